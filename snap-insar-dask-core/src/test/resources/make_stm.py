"""Writes a small space-time matrix with xarray: make_stm.py FOLDER [COMPRESSOR [SHUFFLE]]. stm-xarray.zip holds what it writes."""
import sys

import numpy as np
import xarray as xr
from numcodecs import Blosc

POINTS, EPOCHS = 11, 4
k = np.arange(POINTS)
e = np.arange(EPOCHS)
amplitude = (10.0 + k[:, None] + 0.5 * e).astype(np.float32)
phase = (0.1 * k[:, None] * e).astype(np.float32)
stm = xr.Dataset(
    {
        "complex": (("space", "time"), (amplitude * np.exp(1j * phase)).astype(np.complex64)),
        "amplitude": (("space", "time"), amplitude),
        "deformation": (("time", "space"), (0.001 * k * e[:, None]).astype(np.float64)),
        "h2ph_values": (("space", "time"), 1e-5 * (k[:, None] + 1) * e),
        "pnt_nmad": (("space",), np.where(k == 3, np.nan, 0.01 * k).astype(np.float32)),
        "pnt_ps": (("space",), k % 2 == 0),
        "pnt_class": (("space",), k.astype(np.int16) - 5),
        "pnt_id": (("space",), np.array(["P%03d" % n for n in k])),
        "years": (("time",), e / 2.0),
    },
    coords={
        "space": k,
        "time": np.datetime64("2021-01-06") + 12 * e,
        "lat": (("space",), 52.0 + 0.001 * k),
        "lon": (("space",), 4.0 + 0.002 * k),
        "azimuth": (("space",), 100 + k),
        "range": (("space",), 200 + 2 * k),
    },
    attrs={"multi-look": "coarsen-mean", "wavelength": 0.055},
)
compressor = Blosc(cname=sys.argv[2], shuffle=int(sys.argv[3])) if len(sys.argv) > 3 else None
stm = stm.chunk({"space": 4, "time": 3})
encoding = {name: {"compressor": compressor} for name in stm.variables} if compressor else None
stm.to_zarr(sys.argv[1], mode="w", encoding=encoding)

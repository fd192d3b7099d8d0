"""Input of benchmarks/million-points: million_points.py FOLDER POINTS EPOCHS.

Writes a space-time matrix of images with xarray (stm.zarr: complex64, Blosc), and 100,000 buildings as GeoPackage (buildings.gpkg). The
points move and lie at heights that their phases tell, with noise of 0.3 rad. They lie in no order, as those of a file may.
"""
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely.geometry
import xarray as xr
import zarr

WAVELENGTH = 0.0555
SIDE = 316


def matrix(folder, points, epochs):
    rng = np.random.default_rng(1)
    lon, lat = 4.6 + 0.6 * rng.random(points), 52.1 + 0.4 * rng.random(points)
    time = np.datetime64("2021-01-01") + 12 * np.arange(epochs)
    years = 12 * np.arange(epochs) / 365.25
    h2ph = np.concatenate(([0], rng.normal(0, 1e-3, epochs - 1))).astype(np.float32)
    velocity, height = rng.normal(0, 5e-3, points), rng.normal(0, 10, points)
    images = np.empty((points, epochs), np.complex64)
    for first in range(0, points, 100_000):
        part = slice(first, min(first + 100_000, points))
        metres = velocity[part, None] * years - height[part, None] * h2ph
        phase = 4 * np.pi / WAVELENGTH * metres + rng.normal(0, 0.3, metres.shape)
        images[part] = (100 + 15 * rng.standard_normal(metres.shape)) * np.exp(1j * phase)
    stm = xr.Dataset(
        {"complex": (("space", "time"), images), "h2ph_values": (("space", "time"), np.tile(h2ph, (points, 1)))},
        {"space": np.arange(points), "time": time, "lat": ("space", lat), "lon": ("space", lon)},
        {"wavelength": WAVELENGTH, "mother": "2021-01-01"})
    version = {} if zarr.__version__.startswith("2.") else {"zarr_format": 2}
    stm.chunk({"space": 10_000, "time": -1}).to_zarr(folder / "stm.zarr", **version)


def buildings(folder):
    column, row = np.meshgrid(np.arange(SIDE), np.arange(SIDE))
    west, south = 4.6 + 0.6 / SIDE * column.ravel(), 52.1 + 0.4 / SIDE * row.ravel()
    boxes = [shapely.geometry.box(x, y, x + 0.4 / SIDE, y + 0.3 / SIDE) for x, y in zip(west, south)]
    gpd.GeoDataFrame({"number": np.arange(len(boxes)), "year": 1900 + np.arange(len(boxes)) % 120}, geometry=boxes, crs=4326) \
        .to_file(folder / "buildings.gpkg", driver="GPKG")


matrix(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
buildings(Path(sys.argv[1]))

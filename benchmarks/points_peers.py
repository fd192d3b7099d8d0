"""Stack for benchmarks/points, and the peers: points_peers.py make|nad|nmad FOLDER SIZE EPOCHS.

make writes a BEAM-DIMAP stack of random images with numpy. nad and nmad compute the amplitude dispersion as DePSI does (standard deviation
over mean, median absolute deviation over median, any NaN discards), with dask on two threads in blocks of rows, and write it as float32.
"""
import datetime
import sys
from pathlib import Path

import numpy as np

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def names(epochs):
    day = datetime.date(2021, 1, 1)
    for e in range(epochs):
        date = f"{day.day:02d}{MONTHS[day.month - 1]}{day.year}"
        role = "ref" if e == 0 else f"sec{e}"
        yield from ((f"{part}_VV_{role}_{date}", unit) for part, unit in (("i", "real"), ("q", "imaginary")))
        day += datetime.timedelta(days=12)


def make(folder, size, epochs):
    data = folder / "stack.data"
    data.mkdir()
    rng = np.random.default_rng(1)
    bands, files = [], []
    for k, (name, unit) in enumerate(names(epochs)):
        (100 + 30 * rng.standard_normal((size, size), dtype=np.float32)).astype(">f4").tofile(data / f"{name}.img")
        (data / f"{name}.hdr").write_text(f"ENVI\nsamples = {size}\nlines = {size}\nbands = 1\nheader offset = 0\nfile type = ENVI Standard\n"
                                          "data type = 4\ninterleave = bsq\nbyte order = 1\n")
        bands.append(f"<Spectral_Band_Info><BAND_INDEX>{k}</BAND_INDEX><BAND_NAME>{name}</BAND_NAME><DATA_TYPE>float32</DATA_TYPE>"
                     f"<PHYSICAL_UNIT>{unit}</PHYSICAL_UNIT><NO_DATA_VALUE_USED>true</NO_DATA_VALUE_USED>"
                     f"<NO_DATA_VALUE>0.0</NO_DATA_VALUE></Spectral_Band_Info>")
        files.append(f'<Data_File><DATA_FILE_PATH href="stack.data/{name}.hdr"/><BAND_INDEX>{k}</BAND_INDEX></Data_File>')
    (folder / "stack.dim").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><Dimap_Document name="stack.dim"><Metadata_Id>'
        '<METADATA_FORMAT version="2.12.1">DIMAP</METADATA_FORMAT></Metadata_Id>'
        "<Dataset_Id><DATASET_NAME>stack</DATASET_NAME></Dataset_Id><Production><PRODUCT_TYPE>SLC</PRODUCT_TYPE></Production>"
        f"<Raster_Dimensions><NCOLS>{size}</NCOLS><NROWS>{size}</NROWS><NBANDS>{2 * epochs}</NBANDS></Raster_Dimensions>"
        f"<Image_Interpretation>{''.join(bands)}</Image_Interpretation><Data_Access><DATA_FILE_FORMAT>ENVI</DATA_FILE_FORMAT>"
        f"<DATA_FILE_ORGANISATION>BAND_SEPARATE</DATA_FILE_ORGANISATION>{''.join(files)}</Data_Access></Dimap_Document>")


def dispersion(method, folder, size, epochs):
    import dask
    import dask.array as da

    def block(amplitude):
        amplitude = amplitude.astype(np.float32)
        if method == "nad":
            return amplitude.std(axis=0) / amplitude.mean(axis=0)
        median = np.median(amplitude, axis=0)
        return np.median(np.abs(amplitude - median), axis=0) / median

    rows = max(1, 2**22 // (size * epochs))
    files = [np.memmap(folder / "stack.data" / f"{name}.img", ">f4", "r", shape=(size, size)) for name, _ in names(epochs)]
    bands = [da.from_array(file, chunks=(rows, size)) for file in files]
    amplitude = da.stack([da.sqrt(re**2 + im**2) for re, im in zip(bands[::2], bands[1::2])]).rechunk((epochs, rows, size))
    with dask.config.set(scheduler="threads", num_workers=2):
        result = amplitude.map_blocks(block, drop_axis=0, dtype=np.float32).compute()
    result.tofile(folder / "out.img")
    (result < 0.25).astype(np.uint8).tofile(folder / "out_ps.img")


if __name__ == "__main__":
    task, where, size, epochs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    make(where, size, epochs) if task == "make" else dispersion(task, where, size, epochs)

"""SLC reconstruction with dask, zarr to zarr: the peer of benchmarks/engine.

dask_slc.py prepare FOLDER SIZE DAUGHTERS writes a mother and interferograms (complex64, not compressed, chunks of one image and 2048 x 2048).
dask_slc.py run FOLDER computes conj(ifg / mother) on 2 threads, writes FOLDER/out.zarr, and prints the seconds without imports.
"""
import shutil
import sys
import time

import dask
import dask.array as da
import numpy as np
import zarr

CHUNK = 2048


def prepare(folder, size, daughters):
    rng = np.random.default_rng(1)
    chunk = min(CHUNK, size)
    rows = rng.standard_normal((2, size + 1021)).astype('f4')
    image = np.empty((size, size), 'c8')
    for row in range(size):
        start = row * 7 % 1021
        image[row] = rows[0, start:start + size] + 1j * rows[1, start:start + size]
    group = zarr.open_group(folder + '/in.zarr', 'w')
    group.create_dataset('mother', data=image, chunks=(chunk, chunk), compressor=None)
    ifgs = group.create_dataset('ifg', shape=(daughters, size, size), dtype='c8', chunks=(1, chunk, chunk), compressor=None)
    for k in range(daughters):
        ifgs[k] = image * (k + 1)


def ifg_to_slc(ifg, mother):
    return np.conj(ifg / mother)


def run(folder):
    shutil.rmtree(folder + '/out.zarr', ignore_errors=True)
    start = time.perf_counter()
    mother = da.from_zarr(folder + '/in.zarr', 'mother')
    ifg = da.from_zarr(folder + '/in.zarr', 'ifg')
    slc = da.apply_gufunc(ifg_to_slc, '(),()->()', ifg, mother, output_dtypes='c8')
    with dask.config.set(scheduler='threads', num_workers=2):
        out = zarr.open_array(folder + '/out.zarr', 'w', shape=slc.shape, dtype='c8', chunks=slc.chunksize, compressor=None)
        da.store(slc, out, lock=False)
    print(f'{time.perf_counter() - start:.2f}')


if __name__ == '__main__':
    if sys.argv[1] == 'prepare':
        prepare(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        run(sys.argv[2])

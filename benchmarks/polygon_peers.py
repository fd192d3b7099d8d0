#!/usr/bin/env python3
"""Times of the peers of polygon enrichment: polygon_peers.py FOLDER THREADS TURNS dask|strtree

FOLDER holds polygons.gpkg, lon.f64 and lat.f64 (benchmarks/polygon makes them). Needs geopandas (both) and dask (dask). A peer whose
modules are missing is skipped and says so; nothing is installed.

dask     The method of stmtools' enrich_from_polygon (map_blocks over blocks of points, threaded scheduler), written anew; stmtools itself is
         not used. Each block crops the polygons to its bounding box, makes shapely points and an STR tree of them, queries it with the
         polygons (predicate contains), and then goes through the polygons that hold points in Python, field by field.
strtree  One vectorised query by shapely 2's STRtree, the last row wins, and the fields are taken by index. One thread. Both ways are
         timed: a tree of the points queried with the polygons (contains) and a tree of the polygons queried with the points (within).
         Without shapely 2 this peer is skipped.

With shapely 1.8 (Debian 12) the query of the dask peer is a loop over the polygons, since its STRtree has no bulk query with a predicate.
"""
import sys
import time
import warnings

warnings.filterwarnings("ignore")
FIELDS = ["id", "name", "height"]
BLOCK = 250_000


def skip(peer, reason):
    print(f"{peer}: skipped, {reason}")
    sys.exit(0)


def seconds(start):
    return f"{time.perf_counter() - start[0]:.3f} s, processor {time.process_time() - start[1]:.3f} s"


def load(peer, folder, modules):
    import importlib
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError as error:
            skip(peer, f"it needs the Python module {module} ({error})")
    import geopandas
    import numpy
    start = time.perf_counter(), time.process_time()
    polygons = geopandas.read_file(f"{folder}/polygons.gpkg")
    print(f"{peer}: read {seconds(start)}")
    return polygons, numpy.fromfile(f"{folder}/lon.f64"), numpy.fromfile(f"{folder}/lat.f64")


def matches_of_block(lon, lat, polygons):
    """Pairs of polygon row (in the cropped frame) and point of the block."""
    import geopandas
    import numpy
    import shapely
    from shapely.geometry import Point
    from shapely.strtree import STRtree
    if int(shapely.__version__.split(".")[0]) >= 2:
        tree = STRtree(geopandas.GeoSeries(map(Point, zip(lon, lat))).values)
        return tree.query(polygons.geometry.values, predicate="contains").T
    from shapely.prepared import prep
    points = [Point(x, y) for x, y in zip(lon, lat)]
    place = {id(point): i for i, point in enumerate(points)}
    tree = STRtree(points)
    pairs = []
    for row, polygon in enumerate(polygons.geometry):
        near = tree.query(polygon)
        if near:
            held = prep(polygon)
            pairs.extend((row, place[id(point)]) for point in near if held.contains(point))
    return numpy.array(pairs, dtype=int).reshape(-1, 2)


def enrich_block(lon, lat, polygons):
    import numpy
    cropped = polygons.cx[lon.min():lon.max(), lat.min():lat.max()]
    matches = matches_of_block(lon, lat, cropped)
    values = {field: numpy.full(lon.shape, None) for field in FIELDS}
    for row in numpy.unique(matches[:, 0]):
        held = matches[numpy.where(matches[:, 0] == row)[0], 1]
        for field in FIELDS:
            values[field][held] = cropped.iloc[row][field]
    return values


def dask_threads(folder, threads, turns):
    polygons, lon, lat = load("dask", folder, ["numpy", "shapely", "geopandas", "dask"])
    import dask
    for _ in range(turns):
        start = time.perf_counter(), time.process_time()
        blocks = [dask.delayed(enrich_block)(lon[i:i + BLOCK], lat[i:i + BLOCK], polygons) for i in range(0, lon.size, BLOCK)]
        results = dask.compute(*blocks, scheduler="threads", num_workers=threads)
        taken = seconds(start)
        ids = [i for result in results for i in result["id"] if i is not None]
        print(f"dask: index and join {taken}; hits {len(ids)}, sum of ids {sum(ids)}", flush=True)


def strtree(folder, turns):
    polygons, lon, lat = load("strtree", folder, ["numpy", "shapely", "geopandas"])
    import numpy
    import shapely
    if int(shapely.__version__.split(".")[0]) < 2:
        skip("strtree", f"it needs shapely 2, this is {shapely.__version__}")
    geometries = numpy.asarray(polygons.geometry.values)
    columns = [polygons[field].to_numpy() for field in FIELDS]
    for _ in range(turns):
        for way in ("points", "polygons"):
            start = time.perf_counter(), time.process_time()
            if way == "points":
                rows, points = shapely.STRtree(shapely.points(lon, lat)).query(geometries, predicate="contains")
            else:
                points, rows = shapely.STRtree(geometries).query(shapely.points(lon, lat), predicate="within")
            winner = numpy.full(lon.size, -1)
            numpy.maximum.at(winner, points, rows)
            inside = winner >= 0
            values = []
            for column in columns:
                value = numpy.full(lon.size, None if column.dtype == object else numpy.nan, dtype=object if column.dtype == object else float)
                value[inside] = column[winner[inside]]
                values.append(value)
            taken = seconds(start)
            print(f"strtree of {way}: index and join {taken}; hits {inside.sum()}, sum of ids {int(winner[inside].sum())}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[4] not in ("dask", "strtree"):
        sys.exit(__doc__)
    if sys.argv[4] == "dask":
        dask_threads(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    else:
        strtree(sys.argv[1], int(sys.argv[3]))

package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;
import org.insardask.stm.Stm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real points read from CSV, enriched, unwrapped and written; xarray and geopandas read equal values. */
class PointsExportPythonTest {

    private static final String SCRIPT = """
            import sys, zipfile, csv
            import xml.etree.ElementTree as ET
            import numpy as np, pandas as pd, xarray as xr, geopandas as gpd
            folder, source, expected = sys.argv[1:4]
            c = pd.read_csv(source)
            e = pd.read_csv(expected, dtype={'ID': str}, keep_default_na=True)
            def same(a, b, what):
                assert np.array_equal(np.asarray(a, float), np.asarray(b, float), equal_nan=True), what
            s = xr.open_zarr(folder + '/points.zarr')
            assert dict(s.sizes) == {'space': 2500, 'time': 11}, s.sizes
            assert set(s.coords) == {'space', 'time', 'lat', 'lon', 'azimuth', 'range'}, s.coords
            days = [k[2:] for k in c if k.startswith('d_')]
            assert [str(t)[:10].replace('-', '') for t in s.time.values] == days
            for name, prefix in (('deformation', 'd_'), ('amplitude', 'a_'), ('h2ph', 'h2ph_')):
                assert s[name].dims == ('space', 'time')
                same(s[name], c[[prefix + d for d in days]], name)
            same(s.lat, c.pnt_lat, 'lat'); same(s.lon, c.pnt_lon, 'lon')
            same(s.azimuth, c.pnt_line, 'azimuth'); same(s.range, c.pnt_pixel, 'range')
            same(s.pnt_height, c.pnt_height, 'height')
            assert list(s.pnt_id.values) == list(c.pnt_id)
            assert s.h2ph.attrs['units'] == 'rad/m' and s.deformation.attrs['units'] == 'm', s.h2ph.attrs
            assert s.attrs['mother'] == '2016-03-27' and s.attrs['wavelength'] == 0.031
            assert [x if x else None for x in s.ID.values] == [x if isinstance(x, str) else None for x in e.ID]
            same(s.temperature, e.temperature, 'temperature'); same(s.floors, e.floors, 'floors')
            g = gpd.read_file(folder + '/points.gpkg')
            assert g.crs.to_epsg() == 4326 and list(g.geom_type.unique()) == ['Point']
            same(g.geometry.x, c.pnt_lon, 'x'); same(g.geometry.y, c.pnt_lat, 'y')
            same(g.velocity.astype(np.float32), s.velocity, 'velocity'); same(g.floors, e.floors, 'floors')
            assert [x for x in g.pnt_id] == list(c.pnt_id)
            for d in days[1:]:
                same(g['dis_unw_' + d].astype(np.float32), s.dis_unw.sel(time=d).values.ravel(), d)
            j = gpd.read_file(folder + '/points.geojson')
            same(j.velocity, g.velocity, 'json'); same(j.geometry.x, c.pnt_lon, 'json x')
            h = gpd.read_file(folder + '/points.shp')
            fields = {r['field']: r['name'] for r in csv.DictReader(open(folder + '/points_fields.csv'))}
            assert set(fields) == set(h.columns) - {'geometry'}, fields
            assert all(len(k) <= 10 for k in fields)
            for field, name in fields.items():
                if h[field].dtype != object:
                    assert np.nanmax(np.abs(h[field] - g[name])) < 1e-9, field
            same(h.geometry.x, c.pnt_lon, 'shp x')
            z = zipfile.ZipFile(folder + '/points.kmz')
            assert sorted(z.namelist()) == ['doc.kml', 'dot.png', 'legend.png'], z.namelist()
            k = {'k': 'http://www.opengis.net/kml/2.2'}
            marks = ET.fromstring(z.read('doc.kml')).findall('.//k:Placemark', k)
            assert len(marks) == 2500
            at = np.array([m.find('.//k:coordinates', k).text.split(',') for m in marks], float)
            same(at[:, 0], c.pnt_lon, 'kml x'); same(at[:, 1], c.pnt_lat, 'kml y')
            values = [{d.get('name'): d.find('k:value', k).text for d in m.findall('.//k:Data', k)} for m in marks]
            same(np.array([v.get('velocity', 'nan') for v in values], float), g.velocity, 'kml velocity')
            w = pd.read_csv(folder + '/points.csv')
            for name in c.columns[2:]:
                same(w[name], c[name], name)
            assert list(w.pnt_id) == list(c.pnt_id)
            v = pd.read_csv(folder + '/egms.csv')
            same(v.mean_velocity.astype(np.float32), s.velocity, 'egms'); same(v[days[3]].astype(np.float32), s.dis_unw[:, 3], 'egms date')
            print('equal')
            """;

    @TempDir
    private Path folder;

    private Product export(Product source, String name, Object... more) {
        Object[] parameters = new Object[more.length + 2];
        parameters[0] = "outputFile";
        parameters[1] = folder.resolve(name).toFile();
        System.arraycopy(more, 0, parameters, 2, more.length);
        Product target = PointsCase.run("Points-Export", source, parameters);
        assertEquals(1.0f, ArcProducts.floats(target, "written")[0]);
        return target;
    }

    @Test
    void amsterdamInAndOut() throws IOException {
        File csv = Stm.shared("amsterdam-ps/example.csv").toFile();
        Path polygons = Stm.shared("enrich/amsterdam/amsterdam_polygons.gpkg");
        Path expected = Stm.shared("enrich/amsterdam/expected_example_csv_x_amsterdam_polygons.csv");
        Product points = PointsCase.run("Points-Import", null, "file", csv, "wavelength", 0.031);
        Product enriched = PointProducts.enrich(points, polygons, "ID,temperature,floors");
        Product arcs = PointsCase.run("Arc-Unwrapping", enriched, "terms", new String[] {"offset", "velocity", "height"}, "sigmaOffset",
                0.7, "sigmaHeight", 1.0);
        for (String name : List.of("points.zarr", "points.gpkg", "points.geojson", "points.shp", "points.kmz", "points.csv")) {
            export(arcs, name);
        }
        export(arcs, "egms.csv", "format", "EGMS_CSV");
        String output = Stm.python(folder, SCRIPT, List.of("numpy", "pandas", "xarray", "zarr", "dask", "geopandas"), folder.toString(),
                csv.getPath(), expected.toString());
        assertTrue(output.contains("equal"), output);
        Product again = ProductIO.readProduct(folder.resolve("points.zarr").toFile());
        assertArrayEquals(PointProducts.doubles(arcs, "velocity"),
                PointProducts.doubles(again, "velocity"));
        assertTrue(again.containsBand("i_sec1_07Apr2016"), String.join(", ", again.getBandNames()));
        again.dispose();
        assertTrue(Files.notExists(folder.resolve(".points.zarr.part")));
    }
}

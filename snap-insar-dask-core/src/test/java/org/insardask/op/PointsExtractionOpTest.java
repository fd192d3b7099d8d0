package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stm.PointsProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsExtractionOpTest {

    private static final PointsCase FEW = new PointsCase(31, 22, 4, 0.2);

    @TempDir
    private Path folder;

    @Test
    void bandsAreThoseOfTheStack() throws IOException {
        Product stack = FEW.stack();
        Product target = FEW.extract();
        assertEquals("POINTS", target.getProductType());
        assertEquals(FEW.points().length, target.getSceneRasterWidth());
        assertEquals(1, target.getSceneRasterHeight());
        assertArrayEquals(new String[] {"lat", "lon", "line", "pixel", "point_id"},
                Arrays.copyOf(target.getBandNames(), 5));
        assertEquals(5 + 2 * 5 + 4 + 1, target.getNumBands());
        for (Band band : stack.getBands()) {
            if (!band.getName().equals("ps")) {
                assertEquals(band.getDataType(), target.getBand(band.getName()).getDataType(), band.getName());
                assertEquals(band.getUnit(), target.getBand(band.getName()).getUnit(), band.getName());
                assertArrayEquals(FEW.atPoints(PointProducts.doubles(stack, band.getName()), 0),
                        PointProducts.doubles(target, band.getName()), band.getName());
            }
        }
    }

    @Test
    void coordinatesAreThoseOfThePixels() throws IOException {
        Product stack = FEW.stack();
        Product target = FEW.extract();
        int[] lines = PointProducts.ints(target, "line");
        int[] columns = PointProducts.ints(target, "pixel");
        int[] numbers = PointProducts.ints(target, "point_id");
        double[] lat = PointProducts.doubles(target, "lat");
        double[] lon = PointProducts.doubles(target, "lon");
        for (int p = 0; p < FEW.points().length; p++) {
            assertEquals(FEW.points()[p], lines[p] * 31 + columns[p]);
            assertEquals(p, numbers[p]);
            GeoPos place = stack.getSceneGeoCoding().getGeoPos(new PixelPos(columns[p] + 0.5, lines[p] + 0.5), null);
            assertEquals(place.lat, lat[p]);
            assertEquals(place.lon, lon[p]);
            assertEquals((float) stack.getTiePointGrid("incident_angle").getPixelDouble(columns[p] + 0.5, lines[p] + 0.5),
                    target.getTiePointGrid("incident_angle").getPixelDouble(p + 0.5, 0.5), 1e-5);
        }
    }

    @Test
    void rowsEndInNoData() throws IOException {
        PointsCase many = new PointsCase(100, 60, 3, 0.9);
        Product target = many.extract();
        int count = many.points().length;
        assertTrue(count > 4096 && count < 8192, "" + count);
        assertEquals(4096, target.getSceneRasterWidth());
        assertEquals(2, target.getSceneRasterHeight());
        assertEquals(count, PointsCase.count(target));
        Product stack = many.stack();
        assertArrayEquals(many.atPoints(PointProducts.doubles(stack, "number"), 0), PointProducts.doubles(target, "number"));
        String h2ph = "h2ph_VV_" + ArcProducts.snap(many.scene.dates[0]);
        assertArrayEquals(many.atPoints(PointProducts.doubles(stack, h2ph), Double.NaN), PointProducts.doubles(target, h2ph));
        double[] lat = PointProducts.doubles(target, "lat");
        assertTrue(!Double.isNaN(lat[count - 1]) && Double.isNaN(lat[count]) && Double.isNaN(lat[8191]));
        assertEquals(-1, PointProducts.ints(target, "line")[count]);
        assertEquals(-1, PointProducts.ints(target, "point_id")[8191]);
        target.setPreferredTileSize(1000, 1);
        assertArrayEquals(many.atPoints(PointProducts.doubles(stack, "number"), 0), PointProducts.doubles(target, "number"));
    }

    /** SNAP writes ZNAP into an archive, unless its settings say otherwise. */
    private File written(String name) {
        File archive = folder.resolve(name + ".zip").toFile();
        return archive.exists() ? archive : folder.resolve(name).toFile();
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP, points.dim, 0.2", "ZNAP, points.znap, 0.2", "BEAM-DIMAP, points.dim, 0.9", "ZNAP, points.znap, 0.9"})
    void writtenAndReadAgain(String format, String name, double share) throws IOException {
        PointsCase points = new PointsCase(100, 60, 3, share);
        Product target = points.extract();
        PointProducts.write(target, folder.resolve(name), format);
        Product read = ProductIO.readProduct(written(name));
        assertEquals(points.points().length, PointsCase.count(read));
        for (String band : target.getBandNames()) {
            assertArrayEquals(PointProducts.doubles(target, band), PointProducts.doubles(read, band), band);
        }
        assertTrue(PointsProduct.hasCoordinates(read));
        read.dispose();
    }

    /** Coordinates and rows are then those of the points. */
    @Test
    void pointsOfPoints() throws IOException {
        Product first = FEW.extract();
        Product second = PointsCase.run("Points-Extraction", first, "maskBand", "pixel");
        int[] kept = Arrays.stream(FEW.points()).filter(place -> place % 31 > 0).toArray();
        assertTrue(kept.length < FEW.points().length);
        assertEquals(kept.length, PointsCase.count(second));
        int[] lines = PointProducts.ints(second, "line");
        double[] lat = PointProducts.doubles(second, "lat");
        for (int k = 0; k < kept.length; k++) {
            assertEquals(kept[k] / 31, lines[k]);
            int before = Arrays.binarySearch(FEW.points(), kept[k]);
            assertEquals(PointProducts.doubles(first, "lat")[before], lat[k]);
        }
    }

    @Test
    void errors() {
        refused("maskBand: source 'images' has no band 'nothing'; its bands are i_VV_ref_01Jan2021", "maskBand", "nothing");
        refused("only longitudeBand is", "longitudeBand", "number");
        refused("maskBand: band 'zero' selects no pixel", "maskBand", "zero");
    }

    private static void refused(String message, Object... parameters) {
        Product stack = FEW.stack();
        ArcProducts.add(stack, "zero", "", new float[31 * 22]);
        OperatorException e = assertThrows(OperatorException.class, () -> PointsCase.run("Points-Extraction", stack, parameters));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}

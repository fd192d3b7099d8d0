package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enriched products are asked for the polygons of one of several layers. */
class EnrichmentRecordTest {

    @TempDir
    private Path folder;

    private Path file;

    /** Two layers in one file: two districts, and three buildings in them; both have a name. */
    @BeforeEach
    void writeLayers() throws IOException {
        String text = "<FeatureCollection xmlns:gml='http://www.opengis.net/gml'>"
                + feature("district", "north", 0, 15, 37, 29) + feature("district", "south", -1, -1, 37, 15)
                + feature("building", "mill", 2.5, 2.5, 6.5, 6.5) + feature("building", "barn", 10.5, 2.5, 14.5, 6.5)
                + feature("building", "house", 10.5, 20.5, 11.5, 21.5) + "</FeatureCollection>";
        file = Files.writeString(folder.resolve("town.gml"), text);
    }

    private static String feature(String layer, String name, double west, double south, double east, double north) {
        return String.format(Locale.ROOT, "<gml:featureMember><%1$s><name>%2$s</name><geometry><gml:Polygon srsName='EPSG:4326'>"
                + "<gml:exterior><gml:LinearRing><gml:posList>%3$s %4$s %5$s %4$s %5$s %6$s %3$s %6$s %3$s %4$s</gml:posList>"
                + "</gml:LinearRing></gml:exterior></gml:Polygon></geometry></%1$s></gml:featureMember>", layer, name, west, south, east,
                north);
    }

    private Product enriched(Product source, String layer, Object... more) {
        Object[] all = new Object[more.length + 2];
        System.arraycopy(more, 0, all, 2, more.length);
        all[0] = "layer";
        all[1] = layer;
        return PointProducts.enrichPoints(source, file, "name", all);
    }

    private List<String> names(Product product, String band) throws IOException {
        Path table = folder.resolve("table.csv");
        StatisticsScene.run(product, Map.of("outputFile", table.toFile(), "polygonIdBand", band), null);
        return Files.readAllLines(table).stream().skip(1).map(line -> StatisticsScene.fields(line).get(1)).toList();
    }

    @Test
    void eachBandOfNumbersHasTheAttributesOfItsLayer() throws IOException {
        List<String> districts = List.of("north", "south");
        List<String> buildings = List.of("mill", "barn", "house");
        Product first = enriched(enriched(new StatisticsScene().product(), "district"), "building");
        assertEquals(districts, names(first, "polygon_id"));
        assertEquals(buildings, names(first, "polygon_id_1"));
        Product second = enriched(enriched(new StatisticsScene().product(), "building"), "district");
        assertEquals(buildings, names(second, "polygon_id"));
        assertEquals(districts, names(second, "polygon_id_1"));
    }

    @Test
    void aRecordOfBandsThatWereLeftBehindDoesNotCount() throws IOException {
        Product points = new StatisticsScene().product();
        Product districts = enriched(points, "district");
        Product buildings = enriched(districts, "building", "copySourceBands", false);
        EnrichmentRecord record = EnrichmentRecord.of(buildings, buildings.getBand("polygon_id"));
        assertEquals(3, record.features());
        assertEquals(List.of("name"), record.fields().stream().map(EnrichmentRecord.Field::name).toList());
    }

    @Test
    void theMetadataNameTheBands() throws IOException {
        Product product = enriched(enriched(new StatisticsScene().product(), "district"), "building");
        MetadataElement element = product.getMetadataRoot().getElement("Polygon_Enrichment_1");
        assertEquals("polygon_id_1", element.getAttributeString("idBand"));
        MetadataElement field = element.getElement("field_1");
        assertEquals("name", field.getAttributeString("name"));
        assertEquals("name_1", field.getAttributeString("band"));
        assertEquals("STRING", field.getAttributeString("type"));
    }

    /** Integers that no int32 holds are samples of float64; the product is written and read in between. */
    @Test
    void largeIntegersStayIntegers() throws IOException {
        String ring = "[[2.5,2.5],[6.5,2.5],[6.5,6.5],[2.5,6.5],[2.5,2.5]]";
        file = Files.writeString(folder.resolve("large.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                + "\"properties\":{\"code\":363100012345678},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}]}");
        Product enriched = PointProducts.enrichPoints(new StatisticsScene().product(), file, "code");
        Product product = ProductIO.readProduct(PointProducts.write(enriched, folder.resolve("enriched.dim"), "BEAM-DIMAP"));
        Path csv = folder.resolve("large.csv");
        StatisticsScene.run(product, Map.of("outputFile", csv.toFile()), null);
        assertEquals(List.of("0", "363100012345678", "16"), StatisticsScene.fields(Files.readAllLines(csv).get(1)).subList(0, 3));
    }
}

package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from KML and GML: geometries, values and types, layers, axes. */
class XmlFilesTest {
    private static final String RING = "<outerBoundaryIs><LinearRing><coordinates> 0,0,5 4,0,5\n4,4 ,5 0,4,5 0,0,5 </coordinates>"
            + "</LinearRing></outerBoundaryIs>";
    private static final String HOLE = "<innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,2 1,1</coordinates></LinearRing>"
            + "</innerBoundaryIs>";

    @TempDir
    private Path folder;

    private Path kml(String content) throws IOException {
        return VectorSamples.text(folder.resolve("places.kml"), "<?xml version=\"1.0\"?>\n<!-- made here -->\n"
                + "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>Places</name>" + content + "</Document></kml>");
    }

    @Test
    void kmlValuesAndTypes() throws IOException {
        Path file = kml("<Schema id=\"s\"><SimpleField name=\"i\" type=\"int\"/><SimpleField name=\"d\" type=\"double\"/>"
                + "<SimpleField name=\"b\" type=\"bool\"/><SimpleField name=\"s\" type=\"string\"/></Schema>"
                + "<Folder><name>one</name><Placemark><name>12</name><description><![CDATA[a <b> c]]></description><ExtendedData>"
                + "<SchemaData><SimpleData name=\"i\">5</SimpleData><SimpleData name=\"d\">7</SimpleData>"
                + "<SimpleData name=\"b\">true</SimpleData><SimpleData name=\"s\">007</SimpleData></SchemaData>"
                + "<Data name=\"number\"><displayName>x</displayName><value>-3</value></Data><Data name=\"code\"><value>001</value></Data>"
                + "<Data name=\"mix\"><value>1.5</value></Data><Data name=\"when\"><value>2023-03-31T01:02:03Z</value></Data>"
                + "</ExtendedData><Polygon>" + RING + HOLE + "</Polygon></Placemark></Folder>"
                + "<Folder><name>two</name><Placemark><MultiGeometry><Point><coordinates>9,9</coordinates></Point><MultiGeometry><Polygon>"
                + RING.replace("0,", "10,").replace("4,", "14,") + "</Polygon></MultiGeometry></MultiGeometry><ExtendedData>"
                + "<Data name=\"number\"><value>4</value></Data><Data name=\"code\"><value>2</value></Data>"
                + "<Data name=\"mix\"><value>2e3</value></Data></ExtendedData></Placemark></Folder>");
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "name", "description", "i", "d", "b", "s", "number", "code", "mix",
                "when"));
        assertEquals("Places", layer.name());
        assertEquals("EPSG:4326", layer.crs());
        LayerChecks.check(layer, 0, AttributeType.STRING, "12", null);
        LayerChecks.check(layer, 1, AttributeType.STRING, "a <b> c", null);
        LayerChecks.check(layer, 2, AttributeType.INTEGER, 5L, null);
        LayerChecks.check(layer, 3, AttributeType.FLOAT, 7.0, null);
        LayerChecks.check(layer, 4, AttributeType.BOOLEAN, 1L, null);
        LayerChecks.check(layer, 5, AttributeType.STRING, "007", null);
        LayerChecks.check(layer, 6, AttributeType.INTEGER, -3L, 4L);
        LayerChecks.check(layer, 7, AttributeType.STRING, "001", "2");
        LayerChecks.check(layer, 8, AttributeType.FLOAT, 1.5, 2000.0);
        LayerChecks.check(layer, 9, AttributeType.STRING, "2023-03-31T01:02:03Z", null);
        assertEquals(0, LayerChecks.locate(layer, 3.5, 0.5));
        assertEquals(-1, LayerChecks.locate(layer, 1.5, 1.5), "in the hole");
        assertEquals(1, layer.polygons().polygonCount() - 1);
        assertTrue(layer.notes().contains("geometries that are no polygons (Point) were left out"), layer.notes().toString());
        PolygonLayer two = VectorFiles.read(new VectorRequest(file, "two", List.of("number"), null, null));
        assertEquals("two", two.name());
        LayerChecks.check(two, 0, AttributeType.INTEGER, 4L);
        VectorFileException e = assertThrows(VectorFileException.class,
                () -> VectorFiles.read(new VectorRequest(file, "three", List.of("number"), null, null)));
        assertEquals(file + ": no layer 'three'; its layers are places, Places, one, two", e.getMessage());
    }

    private Path gml(String srs, String geometry) throws IOException {
        return VectorSamples.text(folder.resolve("areas.gml"), "<?xml version='1.0'?><wfs:FeatureCollection xmlns:wfs='w' xmlns:gml='g' "
                + "xmlns:app='a'><gml:boundedBy><gml:Envelope srsName='" + srs + "'><gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope>"
                + "</gml:boundedBy><wfs:member><app:house gml:id='h.1'><gml:boundedBy><gml:Envelope srsName='" + srs + "'/></gml:boundedBy>"
                + "<app:floors>3</app:floors><app:height>1</app:height><app:kind> barn </app:kind><app:geometry>" + geometry
                + "</app:geometry></app:house></wfs:member><wfs:member><app:tree gml:id='t.1'><app:age>7</app:age></app:tree></wfs:member>"
                + "<gml:featureMembers><app:house gml:id='h.2'><app:floors/><app:height>2.5</app:height></app:house></gml:featureMembers>"
                + "</wfs:FeatureCollection>");
    }

    /** A triangle whose longitudes are 4 to 5 and latitudes 52 to 53, in the notations of GML 2 and 3, with and without heights. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            urn:ogc:def:crs:EPSG::4326                 | <gml:posList>52 4 52 5 53 5 52 4</gml:posList>
            urn:ogc:def:crs:EPSG::4326                 | <gml:posList srsDimension='3'>52 4 9 52 5 9 53 5 9 52 4 9</gml:posList>
            urn:ogc:def:crs:EPSG::4326                 | <gml:posList>52 4 9 52 5 9 53 5 9 52 4 9</gml:posList>
            http://www.opengis.net/def/crs/EPSG/0/4258 | <gml:posList>52 4 52 5 53 5 52 4</gml:posList>
            urn:ogc:def:crs:OGC:1.3:CRS84              | <gml:pos>4 52</gml:pos><gml:pos>5 52</gml:pos><gml:pos>5 53 2</gml:pos>
            EPSG:4326                                  | <gml:coordinates>4,52 5,52 5,53 4,52</gml:coordinates>
            http://www.opengis.net/gml/srs/epsg.xml#4326 | <gml:coordinates>4,52,1 5,52,1 5,53,1 4,52,1</gml:coordinates>
            """)
    void gmlAxes(String srs, String ring) throws IOException {
        Path file = gml(srs, "<gml:MultiSurface><gml:surfaceMember><gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior>"
                + "<gml:LinearRing>" + ring + "</gml:LinearRing></gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>"
                + "</gml:surfaceMember></gml:MultiSurface>");
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "floors", "height", "kind", "gml_id"));
        assertEquals("house", layer.name());
        assertEquals(0, LayerChecks.locate(layer, 4.9, 52.2));
        assertEquals(-1, LayerChecks.locate(layer, 4.2, 52.9));
        LayerChecks.check(layer, 0, AttributeType.INTEGER, 3L, null);
        LayerChecks.check(layer, 1, AttributeType.FLOAT, 1.0, 2.5);
        LayerChecks.check(layer, 2, AttributeType.STRING, "barn", null);
        LayerChecks.check(layer, 3, AttributeType.STRING, "h.1", "h.2");
    }

    /** The first surface says that it has heights; the second has none and does not say it. */
    @Test
    void gmlDimensionsBelongToTheirElements() throws IOException {
        String ring = "<gml:surfaceMember><gml:Polygon%s><gml:exterior><gml:LinearRing><gml:posList>%s</gml:posList></gml:LinearRing>"
                + "</gml:exterior></gml:Polygon></gml:surfaceMember>";
        Path file = gml("EPSG:4326", "<gml:MultiSurface>" + ring.formatted(" srsDimension='3'", "4 52 9 5 52 9 5 53 9 4 52 9")
                + ring.formatted("", "6 52 7 52 7 53 7 54 6 53 6 52") + "</gml:MultiSurface>");
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "floors"));
        assertEquals(0, LayerChecks.locate(layer, 4.9, 52.2));
        assertEquals(0, LayerChecks.locate(layer, 6.9, 52.2));
        assertEquals(0, LayerChecks.locate(layer, 6.9, 53.7));
    }

    /** The envelope of the collection says that there are heights; a polygon may say otherwise for itself. */
    @Test
    void gmlCollectionsGiveADimension() throws IOException {
        String polygon = "<geometry><gml:Polygon%s><gml:exterior><gml:LinearRing><gml:posList>%s</gml:posList></gml:LinearRing>"
                + "</gml:exterior></gml:Polygon></geometry>";
        Path file = VectorSamples.text(folder.resolve("heights.gml"), "<FeatureCollection xmlns:gml='g'><gml:boundedBy>"
                + "<gml:Envelope srsName='EPSG:4326' srsDimension='3'/></gml:boundedBy><gml:featureMember><house>"
                + polygon.formatted(" srsDimension='2'", "4 52 5 52 5 53 4 53 4.5 52.5 4 52") + "</house></gml:featureMember>"
                + "<gml:featureMember><house><gml:boundedBy><gml:Envelope srsDimension='2'/></gml:boundedBy>"
                + polygon.formatted("", "6 52 1 7 52 1 7 53 1 6 52 1") + "</house></gml:featureMember></FeatureCollection>");
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file));
        assertEquals(0, LayerChecks.locate(layer, 4.9, 52.2));
        assertEquals(1, LayerChecks.locate(layer, 6.9, 52.2));
        assertEquals(-1, LayerChecks.locate(layer, 6.2, 52.9));
    }

    @Test
    void gmlOfPiecesOfLineAndOfTheDutchSystem() throws IOException {
        Path file = gml("urn:ogc:def:crs:EPSG::28992", "<gml:Polygon><gml:outerBoundaryIs><gml:Ring><gml:curveMember><gml:LineString>"
                + "<gml:posList>155000 463000 156000 463000</gml:posList></gml:LineString></gml:curveMember><gml:curveMember><gml:Curve>"
                + "<gml:segments><gml:LineStringSegment><gml:posList>156000 463000 156000 464000 155000 463000</gml:posList>"
                + "</gml:LineStringSegment></gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:outerBoundaryIs></gml:Polygon>");
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "floors"));
        assertEquals("EPSG:28992", layer.crs());
        assertEquals(0, LayerChecks.locate(layer, 5.3960, 52.1575));
        VectorFileException e = assertThrows(VectorFileException.class,
                () -> VectorFiles.read(new VectorRequest(file, "roads", List.of("floors"), null, null)));
        assertEquals(file + ": no layer 'roads'; its layers are house, tree", e.getMessage());
    }
}

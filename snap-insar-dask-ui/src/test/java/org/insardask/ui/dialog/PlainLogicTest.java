package org.insardask.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PinDescriptor;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Placemark;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.junit.jupiter.api.Test;

/** The small classes behind the panels. */
class PlainLogicTest {

    private static final ParameterInfo QUALITY = info("quality", "Quality");
    private static final ParameterInfo BAND = info("qualityBand", "Quality band");
    private static final ParameterInfo CRS = info("crs", "Coordinate reference system");

    private static ParameterInfo info(String name, String label) {
        return new ParameterInfo(name, label, "", "", List.of(), String.class);
    }

    @Test
    void everyMethodOfTheOperatorHasASentence() {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Map<String, ParameterInfo> parameters = ParameterInfo.of(
                GPF.getDefaultInstance().getOperatorSpiRegistry().getOperatorSpi("Arc-Unwrapping").getOperatorDescriptor());
        for (String method : parameters.get("method").values()) {
            assertFalse(MethodNote.sentence(method).isEmpty(), "sentence on " + method);
        }
        assertTrue(MethodNote.heeds("PAR", "minSuccessRate"));
        assertFalse(MethodNote.heeds("PAR", "maxSearchNodes"));
        assertTrue(MethodNote.heeds("ROUNDING", "wavelength"), "every method needs the wavelength");
        assertTrue(MethodNote.heeds("A_NEW_ONE", "maxSearchNodes"), "nothing is known of it");
    }

    @Test
    void namesThatAreChosenAndNotOfferedStay() {
        NameChoice choice = new NameChoice("not in this layer");
        choice.setText("year, owner ,,");
        assertEquals("year,owner", choice.text());
        assertEquals("", choice.note("owner"), "before a file is read nothing is known");
        choice.offer(new LinkedHashMap<>(Map.of("year", "whole number")));
        assertEquals(List.of("year", "owner"), choice.names());
        assertEquals("whole number", choice.note("year"));
        assertEquals("not in this layer", choice.note("owner"));
        choice.choose("owner", false);
        assertEquals(List.of("year"), choice.names());
        assertEquals("year", choice.text());
    }

    @Test
    void aMessageNamesItsParameters() {
        List<ParameterInfo> all = List.of(QUALITY, BAND, CRS);
        assertEquals(Set.of("quality"), NamedParameters.in("quality is BAND, expected the name of the band in qualityBand", all));
        assertEquals(Set.of("qualityBand"), NamedParameters.in("qualityBand is 'x', but quality is NMAD, expected BAND", all));
        assertEquals(Set.of("crs"), NamedParameters.in("a.gpkg: says nothing; give the parameter crs, e.g. crs=EPSG:28992", all));
        assertEquals(Set.of("qualityBand"), NamedParameters.in("Value for 'Quality band' is invalid.", all));
        assertEquals(Set.of(), NamedParameters.in("no epoch has an image", all));
        assertEquals(Set.of("crs"), NamedParameters.in("source 'a' has no band 'b'; crs is not given. Its quality are x, y", all));
    }

    @Test
    void aPinGivesItsPixel() {
        Product source = new Product("town", "SLC", 30, 20);
        Product other = new Product("map", "MAP", 300, 200);
        pin(source, "a", new PixelPos(4.9, 7.2), new GeoPos(52.01, 4.9));
        List<PinPlace> places = PinPlace.selected(null, source);
        assertEquals(List.of(new PinPlace("Pin a", new Point(4, 7), "52.0100000", "4.9000000")), places);
        pin(source, "b", new PixelPos(1, 1), null);
        assertEquals(List.of(), PinPlace.selected(null, source), "several pins, none of them selected");
        pin(other, "c", new PixelPos(50, 60), new GeoPos(52.02, 4.8));
        assertEquals(new Point(50, 60), PinPlace.selected(null, other).get(0).pixel());
    }

    private static void pin(Product product, String name, PixelPos pixel, GeoPos ground) {
        product.getPinGroup().add(Placemark.createPointPlacemark(PinDescriptor.getInstance(), name, "Pin " + name, "", pixel, ground,
                null));
    }

    @Test
    void aPolygonFileIsDescribed() {
        VectorFileWatch.Answer town = VectorFileWatch.read(Town.file("town_buildings.gpkg"), "");
        assertEquals("Layer buildings, EPSG:4326, 6 fields", town.text());
        assertEquals("whole number", town.fields().get("year"));
        assertEquals("number", town.fields().get("roof_height"));
        assertEquals("text", town.fields().get("name"));
        VectorFileWatch.Answer missing = VectorFileWatch.read(Town.file("no.gpkg"), "");
        assertTrue(missing.wrong());
        assertEquals(Town.file("no.gpkg") + ": no such file", missing.text());
        assertTrue(VectorFileWatch.read(Town.file("town_buildings.gpkg"), "parcels").text().contains("no layer 'parcels'"));
    }
}

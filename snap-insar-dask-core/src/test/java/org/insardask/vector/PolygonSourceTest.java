package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;

/** Attributes read after the polygons, for some features: the same from every format. */
class PolygonSourceTest {
    private static final int FEATURES = 400;

    @TempDir
    private Path folder;

    static List<String> formats() {
        return SampleLayer.FORMATS;
    }

    private static SampleLayer sample() {
        Random random = new Random(11);
        List<Geometry> geometries = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < FEATURES; i++) {
            geometries.add(VectorSamples.wkt("POLYGON ((" + i + " 0, " + (i + 1) + " 0, " + i + " 1, " + i + " 0))"));
            Double height = random.nextInt(5) == 0 ? null : random.nextInt(1000) / 8.0;
            rows.add(new Object[] {i - 100, height, random.nextInt(7) == 0 ? null : "kind " + random.nextInt(20)});
        }
        rows.set(0, new Object[] {-100, 1.5, "kind 0"});
        return new SampleLayer(4326, geometries, List.of("number", "height", "kind"), rows);
    }

    private static BitSet few() {
        BitSet few = new BitSet();
        for (int i = 3; i < FEATURES; i += 37) {
            few.set(i);
        }
        return few;
    }

    private static BitSet many() {
        BitSet many = new BitSet();
        many.set(20, FEATURES);
        return many;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void valuesOfSomeFeatures(String format) throws IOException, SQLException {
        Path file = sample().write(folder, "sample", format);
        VectorRequest request = VectorRequest.of(file, "number", "height", "kind");
        PolygonSource source = VectorFiles.open(request);
        assertEquals(FEATURES, source.polygons().featureCount());
        PolygonLayer all = VectorFiles.read(request);
        for (BitSet wanted : List.of(few(), many(), new BitSet())) {
            PolygonLayer layer = source.layer(wanted);
            assertEquals("sample", layer.name());
            for (int field = 0; field < 3; field++) {
                List<Object> expected = LayerChecks.values(all.attributes().get(field));
                List<String> texts = new ArrayList<>();
                for (int f = 0; f < FEATURES; f++) {
                    if (!wanted.get(f)) {
                        expected.set(f, null);
                    } else if (expected.get(f) instanceof String text && !texts.contains(text)) {
                        texts.add(text);
                    }
                }
                assertEquals(expected, LayerChecks.values(layer.attributes().get(field)), format + " field " + field);
                assertEquals(all.attributes().get(field).type(), layer.attributes().get(field).type());
                assertEquals(texts, layer.attributes().get(field).texts(), "in the order of their first appearance");
            }
        }
        for (int field = 0; field < 3; field++) {
            assertEquals(LayerChecks.values(all.attributes().get(field)), LayerChecks.values(source.layer().attributes().get(field)));
        }
    }

    @Test
    void aFileThatWasChangedIsRefused() throws IOException, SQLException {
        Path file = sample().write(folder, "sample", "gpkg");
        PolygonSource source = VectorFiles.open(VectorRequest.of(file, "number"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        VectorFileException e = assertThrows(VectorFileException.class, () -> source.layer(few()));
        assertEquals(file + ": was changed while it was used", e.getMessage());
    }
}

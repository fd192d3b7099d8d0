package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan file of runs that are split: the reference is decided once, and then read from it instead of the pixels. */
class PlanFileTest {

    @TempDir
    private Path folder;

    private Map<String, Object> parameters(String reference) throws IOException {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.remove("referenceX");
        parameters.remove("referenceY");
        switch (reference) {
            case "pixel" -> parameters.putAll(Map.of("referenceX", 7, "referenceY", 5));
            case "pixels" -> parameters.put("pixels", "3,11 4,11 3,12");
            case "polygon" -> parameters.putAll(Map.of("vectorFile", ReReferencing.polygons(folder).toFile(), "polygonField", "number",
                    "polygonValue", "2"));
            default -> assertEquals("best", reference);
        }
        return parameters;
    }

    private static void assertSame(Product expected, Product actual) {
        for (Band band : expected.getBands()) {
            assertArrayEquals(ArcProducts.floats(expected, band.getName()), ArcProducts.floats(actual, band.getName()), band.getName());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"best", "pixel", "pixels", "polygon"})
    void planGivesTheBitsOfTheRunThatMadeIt(String reference) throws IOException {
        Map<String, Object> parameters = parameters(reference);
        Product alone = ArcProducts.run(parameters, ReReferencing.scene().images());
        Path plan = folder.resolve("arcs.plan");
        parameters.put("planFile", plan.toFile());
        assertSame(alone, ArcProducts.run(parameters, ReReferencing.scene().images()));
        assertTrue(Files.readString(plan).contains("\nreference.real="), "written");
        assertSame(alone, ArcProducts.run(parameters, ReReferencing.scene().images()));
    }

    @Test
    void nothingIsLeftWhereTheFileCannotGetItsName() throws IOException {
        Path plan = folder.resolve("arcs.plan");
        OperatorException e = assertThrows(OperatorException.class, () -> PlanFile.get(plan.toFile(), "scene", () -> {
            assertTrue(plan.resolve("something").toFile().mkdirs());
            return Map.of("a", "1");
        }));
        assertTrue(e.getMessage().startsWith("planFile " + plan + " cannot be written: "), e.getMessage());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(plan), left.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"best", "pixel", "pixels"})
    void pixelsOfTheReferenceAreNotReadAgain(String reference) throws IOException {
        Map<String, Object> parameters = parameters(reference);
        parameters.put("planFile", folder.resolve("arcs.plan").toFile());
        ArcScene scene = new ArcScene(24, 17, 30, 0.1);
        Product made = ArcProducts.run(parameters, scene.images());
        float[] before = ArcProducts.floats(made, "velocity");
        int last = before.length - 1;
        for (int place = 0; place < last; place++) {
            scene.erase(4, place);
        }
        assertEquals(before[last], ArcProducts.floats(ArcProducts.run(parameters, scene.images()), "velocity")[last]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixels=3,11 4,11", "referenceX=2", "minimumQuality=0.9"})
    void reReferenceReadsItsMeansFromIt(String reference) {
        Product unwrapped = ReReferencing.unwrap(ReReferencing.scene(), 7, 5);
        String name = reference.substring(0, reference.indexOf('='));
        Object value = reference.substring(name.length() + 1);
        if (!name.equals("pixels")) {
            value = name.equals("referenceX") ? (Object) Integer.valueOf((String) value) : (Object) Double.valueOf((String) value);
        }
        Object[] alone = name.equals("referenceX") ? new Object[] {name, value, "referenceY", 2} : new Object[] {name, value};
        Object[] planned = Arrays.copyOf(alone, alone.length + 2);
        planned[alone.length] = "planFile";
        planned[alone.length + 1] = folder.resolve("means.plan").toFile();
        Product expected = ReReferencing.run(unwrapped, alone);
        assertSame(expected, ReReferencing.run(unwrapped, planned));
        assertTrue(Files.exists(folder.resolve("means.plan")), "written");
        assertSame(expected, ReReferencing.run(unwrapped, planned));
    }

    @Test
    void factorsOfPsSelectionAreReadFromIt() throws IOException {
        Path plan = folder.resolve("ps.plan");
        Product alone = PsScene.run(PsScene.stack(false), "normalisation", "MEAN");
        assertSame(alone, PsScene.run(PsScene.stack(false), "normalisation", "MEAN", "planFile", plan.toFile()));
        assertTrue(Files.readString(plan).contains("\nfactors="), "written");
        assertSame(alone, PsScene.run(PsScene.stack(false), "normalisation", "MEAN", "planFile", plan.toFile()));
    }

    @Test
    void planOfOtherParametersIsRefused() throws IOException {
        Map<String, Object> parameters = parameters("pixel");
        Path plan = folder.resolve("arcs.plan");
        parameters.put("planFile", plan.toFile());
        ArcProducts.floats(ArcProducts.run(parameters, ReReferencing.scene().images()), "velocity");
        parameters.put("sigmaCurve", "MEAN");
        String message = messageOf(parameters);
        assertTrue(message.contains("planFile " + plan + " was made for another scene, other sources or other parameters"), message);
    }

    @Test
    void planThatLacksSomethingIsRefused() throws IOException {
        Map<String, Object> parameters = parameters("pixel");
        Path plan = folder.resolve("arcs.plan");
        parameters.put("planFile", plan.toFile());
        ArcProducts.floats(ArcProducts.run(parameters, ReReferencing.scene().images()), "velocity");
        String text = Files.readString(plan);
        Files.writeString(plan, text.replaceAll("reference.sigma=.*\n", ""));
        assertTrue(messageOf(parameters).contains("'reference.sigma' is missing"));
        Files.writeString(plan, text.replaceAll("reference.real=\\S+ ", "reference.real="));
        assertTrue(messageOf(parameters).contains("'reference.real' has 29 numbers, expected 30"));
    }

    /** The message of what is thrown, whatever it is wrapped in, where the product is made or samples are read. */
    private static String messageOf(Map<String, Object> parameters) {
        Exception thrown = assertThrows(OperatorException.class,
                () -> ArcProducts.floats(ArcProducts.run(parameters, ReReferencing.scene().images()), "velocity"));
        StringBuilder messages = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            messages.append(each.getMessage()).append('\n');
        }
        return messages.toString();
    }
}

package org.insardask.embedded.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.insardask.embedded.cli.CommandRun;
import org.insardask.embedded.gpf.TestOperators;
import org.insardask.embedded.io.ProductsForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input, one command a line of {@code bad-input.txt}: one line says what is wrong, the status is 1, and no output is left. */
class BadInputTest {
    @TempDir
    static Path intact;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepare() throws IOException {
        TestOperators.register();
        for (String[] format : new String[][] {{"BEAM-DIMAP", "a.dim"}, {"ZNAP", "a.znap"}}) {
            Product product = ProductsForTests.full("a", 701, 83);
            ProductWriter writer = ProductIO.getProductWriter(format[0]);
            writer.writeProductNodes(product, intact.resolve(format[1]).toFile());
            for (Band band : product.getBands()) {
                if (!(band instanceof VirtualBand)) {
                    writer.writeBandRasterData(band, 0, 0, 701, 83, ProductsForTests.samples(band), ProgressMonitor.NULL);
                }
            }
            writer.close();
        }
    }

    @AfterAll
    static void unregister() {
        TestOperators.unregister();
    }

    static Stream<String> cases() throws IOException {
        try (InputStream in = BadInputTest.class.getResourceAsStream("bad-input.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefused(String line) throws IOException {
        String[] fields = Arrays.stream(line.split(" \\| ", -1)).map(String::strip).toArray(String[]::new);
        assertEquals(3, fields.length, "fields separated by ' | '");
        Folders.copyInto(intact, folder);
        if (!fields[1].isEmpty()) {
            int colon = fields[1].indexOf(':');
            damage(folder.resolve(fields[1].substring(0, colon)), fields[1].substring(colon + 1).strip());
        }
        final List<String> before = Folders.names(folder);
        CommandRun run = CommandRun.of(arguments(fields[0]));
        assertEquals("Error: " + fields[2].replace("{operators}", CommandRun.operators()), run.error().replace(folder.toString(), "{}"));
        assertEquals(1, run.status());
        assertEquals(before, Folders.names(folder));
    }

    /** Words with an ending are files in the folder; without {@code -t} the target is out.dim. */
    private String[] arguments(String command) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" +", -1)) {
            arguments.add(word.matches("[\\w./]+\\.(dim|znap|xml|txt|data|tif)") ? folder.resolve(word).toString() : word);
        }
        if (!arguments.contains("-t") && !command.startsWith("g.xml")) {
            arguments.addAll(List.of("-t", folder.resolve("out.dim").toString()));
        }
        return arguments.toArray(String[]::new);
    }

    private void damage(Path file, String action) throws IOException {
        if (action.equals("delete")) {
            Folders.delete(file);
        } else if (action.startsWith("truncate ")) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), Integer.parseInt(action.substring(9))));
        } else if (action.startsWith("text")) {
            Files.writeString(file, action.substring(4).strip().replace("\\n", "\n").replace("{}/", folder + "/"));
        } else {
            String[] sides = action.split("=> ?", 2);
            String old = sides[0].strip().replace("\\n", "\n");
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int at = text.indexOf(old);
            assertTrue(at >= 0, () -> "'" + old + "' is not in " + file);
            Files.writeString(file, text.substring(0, at) + sides[1].strip() + text.substring(at + old.length()),
                    StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aFileTruncatedAfterOpeningIsNamedWhenItIsRead() throws IOException {
        Folders.copyInto(intact, folder);
        for (String[] names : new String[][] {{"a.dim", "a.data/b_float64.img"}, {"a.znap", "a.znap/b_float64/0.1"}}) {
            Product product = ProductIO.readProduct(folder.resolve(names[0]).toFile());
            damage(folder.resolve(names[1]), "truncate 100");
            IOException e = assertThrows(IOException.class, () -> ProductsForTests.readAll(product.getBand("b_float64")));
            assertTrue(e.getMessage().startsWith(folder.resolve(names[1]) + ": cannot be read: truncated, expected "), e.getMessage());
            assertTrue(e.getMessage().endsWith("found 100 bytes"), e.getMessage());
            product.dispose();
        }
    }

    @Test
    void endlessNestingIsRefused() throws IOException {
        Folders.copyInto(intact, folder);
        Files.writeString(folder.resolve("a.dim"), "<Dimap_Document>".repeat(100_000));
        Files.writeString(folder.resolve("g.xml"), "<graph>".repeat(100_000));
        Files.writeString(folder.resolve("a.znap/.zattrs"), "[".repeat(100_000));
        for (String command : List.of("Subset a.dim", "Subset a.znap", "g.xml")) {
            CommandRun run = CommandRun.of(arguments(command));
            assertTrue(run.error().endsWith("nested more than 500 deep"), run::error);
            assertEquals(1, run.status());
        }
    }

    @Test
    void theIntactProductsAreTaken() throws IOException {
        Folders.copyInto(intact, folder);
        for (String name : List.of("a.dim", "a.znap")) {
            assertEquals(0, CommandRun.of(arguments("Subset " + name)).status());
        }
    }
}

package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken products, one a line of {@code bad-input.txt}: each is refused when it is opened, with one line that names the file. */
class BadInputTest {
    @TempDir
    static Path intact;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeIntactProducts() throws IOException {
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

    static Stream<String> cases() throws IOException {
        try (InputStream in = BadInputTest.class.getResourceAsStream("bad-input.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefused(String line) throws IOException {
        String[] fields = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        copy(intact, folder);
        String name = fields[0];
        Path product = folder.resolve(name);
        Path file = (name.endsWith(".dim") ? folder : product).resolve(fields[1]).normalize();
        damage(file, fields[2]);
        IOException e = assertThrows(IOException.class, () -> read(product, name));
        for (String part : fields[3].split(";", -1)) {
            String expected = part.strip().replace("{}", folder.toString());
            assertTrue(e.getMessage().contains(expected), () -> "'" + e.getMessage() + "' does not hold '" + expected + "'");
        }
        assertFalse(e.getMessage().contains("\n"), "one line: " + e.getMessage());
    }

    private static void read(Path path, String name) throws IOException {
        ProductReader reader = ProductIO.getProductReader(name.endsWith(".dim") ? "BEAM-DIMAP" : "ZNAP");
        reader.readProductNodes(path.toFile(), null).dispose();
    }

    private static void damage(Path file, String action) throws IOException {
        if (action.equals("delete")) {
            delete(file);
        } else if (action.startsWith("truncate ")) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, Integer.parseInt(action.substring(9))));
        } else if (action.startsWith("text")) {
            Files.writeString(file, action.substring(4).strip().replace("\\n", "\n"));
        } else {
            String[] sides = action.split("=> ?", 2);
            String old = sides[0].strip().replace("\\n", "\n");
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertTrue(text.contains(old), () -> "'" + old + "' is not in " + file);
            int at = text.indexOf(old);
            Files.writeString(file, text.substring(0, at) + sides[1].strip() + text.substring(at + old.length()),
                    StandardCharsets.ISO_8859_1);
        }
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path each : paths.skip(1).toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }

    @Test
    void intactProductsAreRead() throws IOException {
        read(intact.resolve("a.dim"), "a.dim");
        read(intact.resolve("a.znap"), "a.znap");
    }

    @Test
    void aFileTruncatedAfterOpeningIsNamedWhenItIsRead() throws IOException {
        copy(intact, folder);
        for (String[] names : new String[][] {{"a.dim", "a.data/b_float64.img"}, {"a.znap", "a.znap/b_float64/0.1"}}) {
            Product product = ProductIO.readProduct(folder.resolve(names[0]).toFile());
            damage(folder.resolve(names[1]), "truncate 100");
            IOException e = assertThrows(IOException.class, () -> ProductsForTests.readAll(product.getBand("b_float64")));
            assertTrue(e.getMessage().startsWith(folder.resolve(names[1]) + ": cannot be read: truncated, expected "), e.getMessage());
            assertTrue(e.getMessage().endsWith("found 100 bytes"), e.getMessage());
            product.dispose();
        }
    }
}

package org.insardask.embedded.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.main.GPT;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each graph of the folder {@code broken-graphs} is refused with the message in its first line. */
class BrokenGraphTest {

    private static final String START = "<!-- expected: ";

    static List<Path> graphs() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(BrokenGraphTest.class.getResource("/broken-graphs").toURI()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void isRefusedWithItsMessage(Path file) throws IOException {
        String first = Files.readAllLines(file).get(0);
        assertTrue(first.startsWith(START) && first.endsWith(" -->"), first);
        String expected = first.substring(START.length(), first.length() - 4)
                .replace("{file}", file.toString()).replace("{operators}", operators());
        OperatorException e = assertThrows(OperatorException.class, () -> GPT.run(new String[]{file.toString()}));
        assertEquals(expected, e.getMessage());
    }

    @SuppressWarnings("unchecked") // The signature is SNAP's.
    private static String operators() {
        return String.join(", ", new TreeSet<String>(GPF.getDefaultInstance().getOperatorSpiRegistry().getAliases()));
    }
}

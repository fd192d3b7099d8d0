package org.insardask.embedded.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.esa.snap.core.gpf.GPF;

/**
 * What a command line did.
 *
 * @param status exit status
 * @param error what it said on the error stream, without progress
 */
public record CommandRun(int status, String error) {

    /** Runs a command line in this process. */
    public static CommandRun of(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        int status = new CommandLine(stream, stream, true).status(arguments);
        return new CommandRun(status, err.toString(StandardCharsets.UTF_8).stripTrailing());
    }

    /** The names of all operators, as messages list them. */
    @SuppressWarnings("unchecked") // The signature is SNAP's.
    public static String operators() {
        return String.join(", ", new TreeSet<String>(GPF.getDefaultInstance().getOperatorSpiRegistry().getAliases()));
    }
}

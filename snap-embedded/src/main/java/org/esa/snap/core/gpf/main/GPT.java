package org.esa.snap.core.gpf.main;

import org.insardask.embedded.cli.CommandLine;

/** The command line: runs a graph or an operator, see option {@code -h}. */
public class GPT {

    /** For tools that make instances. */
    public GPT() {
    }

    /** Runs, reports a failure in one line on the error stream, and ends the process: with 0, 1 or, when interrupted, 130. */
    public static void main(String... args) {
        System.exit(CommandLine.execute(args));
    }

    /** Runs, and throws where that fails. */
    public static void run(String[] args) throws Exception {
        CommandLine.run(args);
    }
}

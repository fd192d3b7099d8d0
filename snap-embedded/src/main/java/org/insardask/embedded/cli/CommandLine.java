package org.insardask.embedded.cli;

/** The command line. */
public final class CommandLine {

    private CommandLine() {
    }

    public static int execute(String... args) {
        return args.length;
    }

    public static void run(String... args) throws Exception {
        execute(args);
    }
}

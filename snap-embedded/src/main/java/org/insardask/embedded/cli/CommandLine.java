package org.insardask.embedded.cli;

/** The command line. */
public final class CommandLine {

    private CommandLine() {
    }

    public static int main(String... args) {
        return 1;
    }

    public static void run(String... args) throws Exception {
        throw new UnsupportedOperationException();
    }
}

package org.insardask.embedded.cli;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import org.esa.snap.core.dataio.ProductIOPlugInManager;
import org.esa.snap.core.gpf.OperatorCancelException;
import org.insardask.embedded.gpf.Cancellation;
import org.insardask.embedded.gpf.TileEngine;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphRunner;
import org.insardask.embedded.io.RunIdentity;

/** The command line: the words of SNAP's gpt on the embedded engine. Help goes to the output stream, all else to the error stream. */
public final class CommandLine {

    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;
    /** Set to true by a launcher that knows that the error stream is a terminal. */
    private static final String TERMINAL_PROPERTY = "insardask.terminal";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean quiet;

    /** Quiet is without progress. */
    CommandLine(PrintStream out, PrintStream err, boolean quiet) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
    }

    /** Runs as a process does; returns its exit status: 0, 1 after one line that says what failed, or 130 when interrupted. */
    public static int execute(String... args) {
        setDefault("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%6$s%n");
        return new CommandLine(System.out, System.err, false).status(args);
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Runs without progress, and throws where that fails. */
    public static void run(String... args) throws Exception {
        new CommandLine(System.out, System.err, true).perform(args);
    }

    /** The exit status of a run. */
    int status(String... args) {
        try {
            perform(args);
            return 0;
        } catch (OperatorCancelException e) {
            report("Interrupted.", e, args);
            return INTERRUPTED;
        } catch (OutOfMemoryError e) {
            report("Not enough memory (" + e.getMessage() + "): give Java more (-Xmx), or use less with -c and -q.", e, args);
            return FAILED;
        } catch (StackOverflowError e) {
            report("The input is nested too deeply.", e, args);
            return FAILED;
        } catch (Exception e) {
            report(e.getMessage() == null ? e.getClass().getName() : oneLine(e.getMessage()), e, args);
            return FAILED;
        }
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    private void report(String message, Throwable cause, String... args) {
        err.println("Error: " + message);
        if (Arguments.wantStackTraces(args)) {
            cause.printStackTrace(err);
        }
        err.flush();
    }

    private void perform(String... args) throws Exception {
        Arguments arguments = Arguments.parse(args);
        arguments.systemProperties().forEach(System::setProperty);
        switch (arguments.action()) {
            case HELP -> out.print(help(arguments));
            case VERSION -> out.println(version());
            case DIAGNOSTICS -> out.print(diagnostics(arguments));
            case INPUT_FORMATS -> out.print("Input formats:\n"
                    + Formats.describe(ProductIOPlugInManager.getInstance().getAllReaderPlugIns()));
            case OUTPUT_FORMATS -> out.print("Output formats:\n"
                    + Formats.describe(ProductIOPlugInManager.getInstance().getAllWriterPlugIns()));
            case RUN -> runGraph(arguments);
        }
        out.flush();
    }

    private void runGraph(Arguments arguments) throws Exception {
        Graph graph = new GraphAssembly(arguments).assemble();
        RunIdentity run = new RunIdentity(Fingerprint.of(graph, arguments.systemProperties()), arguments.resume());
        TileEngine engine = new TileEngine(arguments.threads(), arguments.cacheBytes(), new Cancellation(), run);
        ProgressMonitor progress = quiet ? ProgressMonitor.NULL : new ConsoleProgress(err, Boolean.getBoolean(TERMINAL_PROPERTY));
        long start = System.nanoTime();
        new Interruption(engine).guard(() -> {
            try {
                new GraphRunner(graph, engine).run(progress);
                if (arguments.statistics()) {
                    err.print(StatisticsText.of(engine, (System.nanoTime() - start) * 1e-9));
                    err.flush();
                }
            } finally {
                engine.openOutputs().kept().forEach(this::reportKept);
            }
        });
    }

    private void reportKept(String output) {
        if (!quiet) {
            err.println("Finished tiles of '" + output + "' are kept: the same command with --resume goes on with them.");
            err.flush();
        }
    }

    private static String help(Arguments arguments) {
        if (arguments.subject() == null) {
            return Usage.general();
        }
        return arguments.isGraph() ? Usage.graph(arguments.subject()) : Usage.operator(arguments.subject());
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = CommandLine.class.getResourceAsStream("/META-INF/maven/org.insardask/snap-embedded/pom.properties")) {
            if (in != null) {
                properties.load(in);
            }
        }
        return "insar-gpt " + properties.getProperty("version", "(not packaged)") + ", embedded runner";
    }

    private static String diagnostics(Arguments arguments) throws IOException {
        return String.format(Locale.ENGLISH, "%s%nJava home: %s%nJava version: %s%nProcessors: %d%nMax memory: %d MB%n"
                        + "Cache size: %d MB%nTile parallelism: %d%n", version(), System.getProperty("java.home"),
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20, arguments.cacheBytes() >> 20, arguments.threads());
    }
}

package org.insardask.embedded.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.insardask.embedded.graph.Graph;

/** A command line that asks for a graph to be run, as something that can be looked at and split before it is run. */
public final class GraphCommand {

    private final Arguments arguments;

    private GraphCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    /**
     * Takes the words of gpt.
     *
     * @throws RuntimeException with one line where they cannot be understood
     */
    public static GraphCommand parse(List<String> words) {
        Arguments arguments = Arguments.parse(words.toArray(new String[0]));
        if (arguments.action() != Arguments.Action.RUN) {
            throw new UsageException("A graph or an operator to run is expected, not '" + String.join(" ", words) + "'.");
        }
        return new GraphCommand(arguments);
    }

    /** Sets the system properties of the command line, and makes its graph. */
    public Graph graph() {
        arguments.systemProperties().forEach(System::setProperty);
        return new GraphAssembly(arguments).assemble();
    }

    /** The operator or the file of the graph. */
    public String subject() {
        return arguments.subject();
    }

    /** The system properties of the command line. */
    public Map<String, String> systemProperties() {
        return Map.copyOf(arguments.systemProperties());
    }

    /** Whether there is a target of -t. */
    public boolean hasTarget() {
        return arguments.hasTarget();
    }

    /** The file of -t. */
    public Path target() {
        return Path.of(arguments.target());
    }

    /** Threads of -q. */
    public int threads() {
        return arguments.threads();
    }

    /** Bytes of -c. */
    public long cacheBytes() {
        return arguments.cacheBytes();
    }

    /**
     * A text that is equal for runs that write the same bytes; see {@link Fingerprint}.
     *
     * @throws IOException where a source cannot be looked at
     */
    public static String fingerprint(Graph graph, Map<String, String> systemProperties) throws IOException {
        return Fingerprint.of(graph, systemProperties);
    }
}

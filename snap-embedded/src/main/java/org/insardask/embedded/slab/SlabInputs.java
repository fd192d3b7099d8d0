package org.insardask.embedded.slab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.insardask.embedded.cli.GraphCommand;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphNode;

/** Tells whether, and which of, the inputs of a run changed since it was planned. No state. */
final class SlabInputs {

    private SlabInputs() {
    }

    /** Fingerprints of the files that parameters name, by node and parameter. */
    static SortedMap<String, String> of(Graph graph, Map<String, String> systemProperties) throws IOException {
        TreeMap<String, String> inputs = new TreeMap<>();
        for (GraphNode node : graph.nodes()) {
            for (Map.Entry<String, String> parameter : node.parameters().entrySet()) {
                if (!node.operator().equalsIgnoreCase("Write") && namesFile(parameter.getValue())) {
                    GraphNode alone = new GraphNode(node.id(), node.operator(), List.of(),
                            Map.of(parameter.getKey(), parameter.getValue()), "");
                    inputs.put(node.id() + "." + parameter.getKey() + "=" + parameter.getValue(),
                            GraphCommand.fingerprint(new Graph(List.of(alone)), systemProperties));
                }
            }
        }
        return inputs;
    }

    private static boolean namesFile(String value) {
        try {
            return !value.isBlank() && Files.exists(Path.of(value));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Refuses inputs that are not those of the plan.
     *
     * @throws SlabException that names what changed
     */
    static void requireUnchanged(SlabPlan plan, Graph graph, Map<String, String> systemProperties) throws IOException {
        if (GraphCommand.fingerprint(graph, systemProperties).equals(plan.fingerprint())) {
            return;
        }
        SortedMap<String, String> now = of(graph, systemProperties);
        List<String> changed = plan.inputs().keySet().stream().filter(name -> !plan.inputs().get(name).equals(now.get(name))).toList();
        String what = changed.isEmpty() ? "the graph or a parameter"
                : changed.size() == plan.inputs().size() && changed.size() > 1 ? "this program, Java, or all inputs"
                : String.join(", ", changed);
        throw new SlabException("changed since submit: " + what + "; slabs of before and after would not fit together. Put it back as it "
                + "was, or remove the folder of the run and submit again");
    }
}

package org.insardask.embedded.slab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.esa.snap.core.gpf.OperatorSpi;
import org.insardask.embedded.gpf.SpiRegistry;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphNode;

/**
 * A graph that writes one product, taken apart: what makes the product, what a task computes of it, and the nodes that need the whole
 * product (maps, tables), which run on the assembled one. Immutable.
 */
public final class SlabGraph {

    /** Variables of the graph of a task. */
    static final String REGION = "slabRegion";
    static final String FILE = "slabFile";

    private static final String WRITE = "Write";
    private static final String PLAN_FILE = "planFile";
    private static final String DIMAP = "BEAM-DIMAP";

    private final Graph graph;
    private final GraphNode write;
    private final String made;
    private final List<GraphNode> after;

    /**
     * Takes a graph apart.
     *
     * @throws SlabException where it does not write exactly one product, or a node needs all of something that is not written
     */
    public SlabGraph(Graph graph) {
        this.graph = graph;
        List<GraphNode> writes = graph.nodes().stream().filter(node -> node.operator().equalsIgnoreCase(WRITE)).toList();
        if (writes.size() != 1) {
            throw new SlabException("the graph has " + writes.size() + " Write nodes"
                    + (writes.isEmpty() ? "" : " (" + String.join(", ", writes.stream().map(GraphNode::id).toList()) + ")")
                    + "; expected one: a run is split for one product");
        }
        write = writes.get(0);
        made = write.sources().get(0).nodeId();
        after = graph.ends().stream().filter(end -> !end.id().equals(write.id())).toList();
        for (GraphNode end : after) {
            for (GraphNode.Source source : end.sources()) {
                if (!source.nodeId().equals(made)) {
                    throw new SlabException("node '" + end.id() + "' (" + end.operator() + ") needs the whole of node '" + source.nodeId()
                            + "', and what is written is node '" + made
                            + "'; run it on its own, or let it follow the node that is written");
                }
            }
        }
    }

    /** The file that is written. */
    public Path target() {
        String file = write.parameters().get("file");
        if (file == null || file.isBlank()) {
            throw new SlabException("node '" + write.id() + "' (Write) has no file");
        }
        return Path.of(file).toAbsolutePath().normalize();
    }

    /** Its format. */
    public String format() {
        return write.parameters().getOrDefault("formatName", DIMAP);
    }

    /** The node whose product is written. */
    String made() {
        return made;
    }

    /** Whether there are nodes that run on the assembled product. */
    boolean hasAfter() {
        return !after.isEmpty();
    }

    /** What makes the product; what operators decide once goes to files in a folder, or comes from there. */
    Graph planned(Path folder) {
        return new Graph(makers(folder));
    }

    private List<GraphNode> makers(Path folder) {
        Set<String> needed = new HashSet<>();
        collect(made, needed);
        List<GraphNode> nodes = new ArrayList<>();
        for (GraphNode node : graph.nodes()) {
            if (needed.contains(node.id())) {
                nodes.add(takesPlan(node) ? withPlan(node, folder.resolve(fileName(node.id()) + ".plan")) : node);
            }
        }
        return nodes;
    }

    private void collect(String id, Set<String> needed) {
        if (needed.add(id)) {
            graph.node(id).sources().forEach(source -> collect(source.nodeId(), needed));
        }
    }

    private static String fileName(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static boolean takesPlan(GraphNode node) {
        OperatorSpi spi = SpiRegistry.getDefault().getOperatorSpi(node.operator());
        return !node.parameters().containsKey(PLAN_FILE) && Arrays.stream(spi.getOperatorDescriptor().getParameterDescriptors())
                .anyMatch(parameter -> parameter.getName().equals(PLAN_FILE));
    }

    private static GraphNode withPlan(GraphNode node, Path file) {
        Map<String, String> parameters = new LinkedHashMap<>(node.parameters());
        parameters.put(PLAN_FILE, file.toString());
        return new GraphNode(node.id(), node.operator(), node.sources(), parameters, node.origin());
    }

    /** The graph of a task: some rows of the product into a product of their own; rows and file are variables. */
    String task(Path folder) {
        List<GraphNode> nodes = makers(folder);
        nodes.add(GraphNode.of("slab.subset", "Subset", List.of(new GraphNode.Source("source", made)), Map.of("region", "${" + REGION + "}",
                "copyMetadata", "false")));
        nodes.add(GraphNode.of("slab.write", WRITE, List.of(new GraphNode.Source("source", "slab.subset")),
                Map.of("file", "${" + FILE + "}", "formatName", DIMAP)));
        return GraphText.of("slab", nodes);
    }

    /** The nodes that need the whole product, on the assembled one. */
    Graph after(Path product) {
        List<GraphNode> nodes = new ArrayList<>();
        nodes.add(GraphNode.of(made, "Read", List.of(), Map.of("file", product.toString())));
        nodes.addAll(after);
        return new Graph(nodes);
    }
}

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
    /** Parameters that name a file which an operator with a source writes by itself. */
    private static final Set<String> OWN_FILES = Set.of("outputFile", "file");
    /** Operators that look at all of their source before they know the size of their target. */
    private static final Set<String> WHOLE_SCENE = Set.of("Points-Extraction");
    private static final String READ = "Read";

    private final Graph graph;
    private final GraphNode write;
    private final String made;
    private final List<GraphNode> after;

    /**
     * Takes a graph apart.
     *
     * @throws SlabException where it does not write exactly one product, a node needs all of something that is not written, or a node
     *     before the product would be run by every task for all of the scene
     */
    public SlabGraph(Graph graph) {
        this.graph = graph;
        List<GraphNode> writes = graph.nodes().stream().filter(node -> node.operator().equalsIgnoreCase(WRITE)).toList();
        if (writes.isEmpty() && graph.ends().stream().anyMatch(end -> !ownFile(end).isEmpty())) {
            GraphNode end = graph.ends().stream().filter(each -> !ownFile(each).isEmpty()).findFirst().orElseThrow();
            throw new SlabException("node '" + end.id() + "' (" + end.operator() + ") writes '" + ownFile(end) + "' from the whole of its "
                    + "source, and there is no product to split; run it with insar-gpt on a product that is there");
        }
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
        requireSplittable();
    }

    private void requireSplittable() {
        Set<String> needed = new HashSet<>();
        collect(made, needed);
        for (GraphNode node : graph.nodes()) {
            if (!needed.contains(node.id())) {
                continue;
            }
            if (!ownFile(node).isEmpty()) {
                throw new SlabException("node '" + node.id() + "' (" + node.operator() + ") writes '" + ownFile(node) + "', and every "
                        + "task would; let it follow the node that is written and nothing follow it, or run it on its own");
            }
            boolean read = node.sources().stream().allMatch(source -> graph.node(source.nodeId()).operator().equalsIgnoreCase(READ));
            if (WHOLE_SCENE.contains(node.operator()) && !read) {
                throw new SlabException("node '" + node.id() + "' (" + node.operator() + ") looks at its whole source, and every task "
                        + "would compute all of that; write the source first, and read it");
            }
            for (Map.Entry<String, String> parameter : node.parameters().entrySet()) {
                if (parameter.getValue().contains("${")) {
                    throw new SlabException("node '" + node.id() + "': " + parameter.getKey() + "='" + parameter.getValue()
                            + "' holds '${', which the graph of a task would take for a variable; choose another name");
                }
            }
        }
    }

    /** The file that a node writes by itself; empty where it does not. */
    private static String ownFile(GraphNode node) {
        boolean writes = node.operator().equalsIgnoreCase(WRITE);
        return node.sources().isEmpty() || writes ? ""
                : OWN_FILES.stream().map(name -> node.parameters().getOrDefault(name, "")).filter(file -> !file.isBlank()).findFirst()
                        .orElse("");
    }

    /** The file that is written. */
    public Path target() {
        String file = write.parameters().get("file");
        if (file == null || file.isBlank()) {
            throw new SlabException("node '" + write.id() + "' (Write) has no file");
        }
        return Path.of(file).toAbsolutePath().normalize();
    }

    /** The products that are read. */
    List<Path> sources() {
        return graph.nodes().stream().filter(node -> node.operator().equalsIgnoreCase(READ))
                .map(node -> Path.of(node.parameters().getOrDefault("file", "")).toAbsolutePath()).toList();
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

    /** What makes the product, and what follows; what operators decide once goes to files in a folder, or comes from there. */
    Graph planned(Path folder) {
        List<GraphNode> nodes = makers(folder);
        nodes.addAll(after);
        return new Graph(nodes);
    }

    /** The ids of the nodes that run on the assembled product. */
    List<String> followers() {
        return after.stream().map(GraphNode::id).toList();
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
        nodes.add(GraphNode.of(made, READ, List.of(), Map.of("file", product.toString())));
        nodes.addAll(after);
        return new Graph(nodes);
    }
}

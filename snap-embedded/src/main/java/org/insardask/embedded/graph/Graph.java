package org.insardask.embedded.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.insardask.embedded.gpf.SpiRegistry;

/** Nodes that feed each other, without cycles. Immutable. */
public final class Graph {

    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();

    /** Of nodes in any order. Throws where there are none, ids or sources do not fit, operators are unknown, or there is a cycle. */
    public Graph(List<GraphNode> nodes) {
        if (nodes.isEmpty()) {
            throw new OperatorException("The graph has no nodes.");
        }
        for (GraphNode node : nodes) {
            if (this.nodes.put(node.id(), node) != null) {
                throw new OperatorException("There are two nodes with the id '" + node.id() + "'.");
            }
        }
        nodes.forEach(this::requireOperator);
        nodes.forEach(this::requireSources);
        Set<String> free = new HashSet<>();
        nodes.forEach(node -> requireNoCycle(node, new ArrayList<>(), free));
    }

    private void requireOperator(GraphNode node) {
        try {
            spi(node);
        } catch (OperatorException e) {
            throw new OperatorException("Node '" + node.id() + "': " + e.getMessage(), e);
        }
    }

    /** What makes the operator of a node. */
    static OperatorSpi spi(GraphNode node) {
        OperatorSpi spi = SpiRegistry.getDefault().getOperatorSpi(node.operator());
        if (spi == null) {
            throw new OperatorException("Unknown operator '" + node.operator() + "'. There are: " + knownOperators() + ".");
        }
        return spi;
    }

    private static String knownOperators() {
        List<String> names = new ArrayList<>();
        for (Object alias : SpiRegistry.getDefault().getAliases()) {
            names.add(alias.toString());
        }
        return String.join(", ", names);
    }

    private void requireSources(GraphNode node) {
        for (GraphNode.Source source : node.sources()) {
            if (!nodes.containsKey(source.nodeId())) {
                throw new OperatorException(String.format(
                        "Node '%s': its source '%s' refers to node '%s', which is not there. There are: %s.", node.id(),
                        source.name(), source.nodeId(), String.join(", ", nodes.keySet())));
            }
        }
    }

    private void requireNoCycle(GraphNode node, List<String> path, Set<String> free) {
        if (free.contains(node.id())) {
            return;
        }
        int start = path.indexOf(node.id());
        path.add(node.id());
        if (start >= 0) {
            throw new OperatorException("The nodes form a cycle: " + String.join(" <- ", path.subList(start, path.size())) + ".");
        }
        for (GraphNode.Source source : node.sources()) {
            requireNoCycle(nodes.get(source.nodeId()), path, free);
        }
        path.remove(path.size() - 1);
        free.add(node.id());
    }

    /** All nodes, in their order. */
    public List<GraphNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /** The node of an id, null where there is none. */
    public GraphNode node(String id) {
        return nodes.get(id);
    }

    /** The nodes whose products are nobody's source. */
    public List<GraphNode> ends() {
        Set<String> used = new HashSet<>();
        nodes.values().forEach(node -> node.sources().forEach(source -> used.add(source.nodeId())));
        return nodes.values().stream().filter(node -> !used.contains(node.id())).toList();
    }
}

package org.insardask.embedded.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A node of a graph: an operator with its sources and parameters. Immutable.
 *
 * @param id         the name of the node, unique in the graph
 * @param operator   the alias of the operator
 * @param sources    where its source products come from
 * @param parameters parameter values as text, by name
 * @param origin     what messages call the node
 */
public record GraphNode(String id, String operator, List<Source> sources, Map<String, String> parameters, String origin) {

    /** Copies the collections. */
    public GraphNode {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(operator, "operator");
        sources = List.copyOf(sources);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A node whose messages carry its id as SNAP's do. */
    public static GraphNode of(String id, String operator, List<Source> sources, Map<String, String> parameters) {
        return new GraphNode(id, operator, sources, parameters, "[NodeId: " + id + "] ");
    }

    /**
     * A source of a node.
     *
     * @param name   the name of the source in the operator
     * @param nodeId the node whose product it is
     */
    public record Source(String name, String nodeId) {

        /** Written out, as the methods that Java makes for records take milliseconds to start. */
        @Override
        public String toString() {
            return "Source[name=" + name + ", nodeId=" + nodeId + "]";
        }
    }
}

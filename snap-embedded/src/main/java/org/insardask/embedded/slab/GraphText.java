package org.insardask.embedded.slab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.esa.snap.core.gpf.GPF;
import org.insardask.embedded.graph.GraphNode;

/** Writes nodes as the XML of a graph, which SNAP's gpt reads too. No state. */
final class GraphText {

    private GraphText() {
    }

    static String of(String id, List<GraphNode> nodes) {
        StringBuilder text = new StringBuilder("<graph id=\"").append(escape(id)).append("\">\n  <version>1.0</version>\n");
        for (GraphNode node : nodes) {
            text.append("  <node id=\"").append(escape(node.id())).append("\">\n    <operator>").append(escape(node.operator()))
                    .append("</operator>\n    <sources>\n");
            Set<String> written = new HashSet<>();
            for (GraphNode.Source source : node.sources()) {
                if (!written.add(source.nodeId()) && source.name().startsWith(GPF.SOURCE_PRODUCT_FIELD_NAME)) {
                    continue; // A file without a name has several names at once.
                }
                text.append("      <").append(source.name()).append(" refid=\"").append(escape(source.nodeId())).append("\"/>\n");
            }
            text.append("    </sources>\n    <parameters>\n");
            node.parameters().forEach((name, value) -> text.append("      <").append(name).append('>').append(escape(value)).append("</")
                    .append(name).append(">\n"));
            text.append("    </parameters>\n  </node>\n");
        }
        return text.append("</graph>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

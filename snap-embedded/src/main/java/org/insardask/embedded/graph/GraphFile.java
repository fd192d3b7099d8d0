package org.insardask.embedded.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.esa.snap.core.gpf.OperatorException;

/** A graph in SNAP's XML: reads its nodes with the values of its variables. For one thread. */
public final class GraphFile {

    private static final Set<String> GRAPH_PARTS = Set.of("version", "header", "node", "applicationData");
    private static final Set<String> NODE_PARTS = Set.of("operator", "sources", "parameters");

    private final Path file;
    private final XmlElement root;

    /** Reads the file; throws where it is not the XML of a graph. */
    public GraphFile(Path file) {
        this.file = file;
        root = XmlFile.read(file);
        if (!root.name().equals("graph")) {
            throw failure(root, "the root element is <" + root.name() + ">, but <graph> is expected");
        }
        for (XmlElement part : root.children()) {
            if (!GRAPH_PARTS.contains(part.name())) {
                throw failure(part, "unknown element <" + part.name() + "> in <graph>");
            }
        }
        XmlElement version = root.child("version");
        if (version == null || !version.text().equals("1.0")) {
            throw failure(root, "<version>1.0</version> is expected");
        }
    }

    /** The names of all variables in the graph. */
    public Set<String> variables() {
        Variables variables = Variables.lenient(Map.of());
        for (XmlElement node : root.children()) {
            if (node.name().equals("node")) {
                readNode(node, variables);
            }
        }
        return new LinkedHashSet<>(variables.used());
    }

    /** The nodes as they are written, with their variables. */
    public List<GraphNode> template() {
        return readNodes(Variables.lenient(Map.of()));
    }

    /** The nodes, with the values of variables; a variable without a value is refused. */
    public List<GraphNode> nodes(Map<String, String> values) {
        return readNodes(Variables.of(values));
    }

    private List<GraphNode> readNodes(Variables variables) {
        List<GraphNode> nodes = new ArrayList<>();
        for (XmlElement element : root.children()) {
            if (element.name().equals("node")) {
                nodes.add(readNode(element, variables));
            }
        }
        return nodes;
    }

    private GraphNode readNode(XmlElement element, Variables variables) {
        for (XmlElement part : element.children()) {
            if (!NODE_PARTS.contains(part.name())) {
                throw failure(part, "unknown element <" + part.name() + "> in <node>");
            }
        }
        String id = element.attribute("id");
        XmlElement operator = element.child("operator");
        if (id == null || id.isBlank()) {
            throw failure(element, "<node> needs an attribute id");
        }
        if (operator == null || operator.text().isEmpty()) {
            throw failure(element, "node '" + id + "' needs an <operator>");
        }
        return GraphNode.of(replace(element, id, variables), replace(operator, operator.text(), variables),
                readSources(element.child("sources"), id, variables), readParameters(element.child("parameters"), variables));
    }

    private List<GraphNode.Source> readSources(XmlElement sources, String id, Variables variables) {
        List<GraphNode.Source> list = new ArrayList<>();
        Set<String> nodeIds = new HashSet<>();
        for (XmlElement source : sources == null ? List.<XmlElement>of() : sources.children()) {
            String reference = source.attribute("refid") != null ? source.attribute("refid") : source.text();
            addSources(list, source.name(), replace(source, reference, variables));
            for (GraphNode.Source added : list.subList(nodeIds.size(), list.size())) {
                if (added.nodeId().isEmpty()) {
                    throw failure(source, "source <" + source.name() + "> of node '" + id + "' names no node");
                }
                if (!nodeIds.add(added.nodeId())) {
                    throw failure(source, "node '" + id + "' has the source '" + added.nodeId() + "' twice");
                }
            }
        }
        return list;
    }

    private static void addSources(List<GraphNode.Source> list, String name, String reference) {
        if (!name.equals("sourceProducts")) {
            list.add(new GraphNode.Source(name, reference));
            return;
        }
        int number = 0;
        for (String nodeId : reference.split(",", -1)) {
            if (!nodeId.isBlank()) {
                list.add(new GraphNode.Source(name + number++, nodeId.trim()));
            }
        }
    }

    private Map<String, String> readParameters(XmlElement parameters, Variables variables) {
        return parameters == null ? Map.of() : readParameters(parameters, file, variables);
    }

    /** The values of the child elements by name. An element with children of its own is an array of their values. */
    static Map<String, String> readParameters(XmlElement parameters, Path file, Variables variables) {
        Map<String, String> values = new LinkedHashMap<>();
        for (XmlElement parameter : parameters.children()) {
            if (parameter.attribute("refid") != null) {
                throw failure(file, parameter, "parameter '" + parameter.name()
                        + "': references to other nodes (refid) are not supported here");
            }
            if (values.put(parameter.name(), readValue(parameter, file, variables)) != null) {
                throw failure(file, parameter, "parameter '" + parameter.name() + "' is given twice");
            }
        }
        return values;
    }

    private static String readValue(XmlElement parameter, Path file, Variables variables) {
        if (parameter.children().isEmpty()) {
            return replace(file, parameter, parameter.text(), variables);
        }
        StringJoiner items = new StringJoiner(",");
        for (XmlElement item : parameter.children()) {
            if (!item.children().isEmpty()) {
                throw failure(file, item, "parameter '" + parameter.name() + "' is nested too deeply");
            }
            items.add(replace(file, item, item.text(), variables).replace(",", "\\u002C"));
        }
        return items.toString();
    }

    private String replace(XmlElement where, String text, Variables variables) {
        return replace(file, where, text, variables);
    }

    private static String replace(Path file, XmlElement where, String text, Variables variables) {
        try {
            return variables.replace(text.trim());
        } catch (OperatorException e) {
            throw new OperatorException(String.format("%s, line %d: %s", file, where.line(), e.getMessage()), e);
        }
    }

    private OperatorException failure(XmlElement where, String problem) {
        return failure(file, where, problem);
    }

    private static OperatorException failure(Path file, XmlElement where, String problem) {
        return new OperatorException(String.format("%s, line %d: %s.", file, where.line(), problem));
    }
}

package org.insardask.embedded.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.util.SystemUtils;
import org.insardask.embedded.gpf.SpiRegistry;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphFile;
import org.insardask.embedded.graph.GraphNode;
import org.insardask.embedded.graph.ParameterFile;

/** Makes the graph that a command line asks for: out of a graph file or a single operator, with the sources and target given. */
final class GraphAssembly {

    private static final String READ = "Read";
    private static final String WRITE = "Write";

    private final Arguments arguments;
    private final Map<String, String> readNodeOfFile = new LinkedHashMap<>();
    private final List<GraphNode> nodes = new ArrayList<>();

    GraphAssembly(Arguments arguments) {
        this.arguments = arguments;
    }

    Graph assemble() {
        GraphNode last = arguments.isGraph() ? addGraphFile() : addOperator();
        boolean writes = nodes.stream().anyMatch(node -> node.operator().equalsIgnoreCase(WRITE));
        if (!writes && !isAutoWriteDisabled(last)) {
            addWrite(last);
        } else if (arguments.hasTarget()) {
            SystemUtils.LOG.warning("-t " + arguments.target() + " has no effect: " + arguments.subject() + " writes its output itself");
        }
        return new Graph(nodes);
    }

    private GraphNode addGraphFile() {
        GraphFile file = new GraphFile(Path.of(arguments.subject()));
        Set<String> known = file.variables();
        Map<String, String> values = fileParameters();
        refuseUnused(known);
        values.putAll(arguments.parameters());
        values.putAll(addReadNodes());
        nodes.addAll(file.nodes(values));
        if (nodes.size() == readNodeOfFile.size()) {
            throw new OperatorException(arguments.subject() + ": the graph has no nodes.");
        }
        return nodes.get(nodes.size() - 1);
    }

    private void refuseUnused(Set<String> known) {
        String there = known.isEmpty() ? "it has no variables" : "its variables are: " + String.join(", ", known);
        for (String name : arguments.parameters().keySet()) {
            if (!known.contains(name)) {
                throw new OperatorException("-P" + name + ": " + arguments.subject() + " has no variable ${" + name + "}; " + there + ".");
            }
        }
        for (String name : arguments.namedSources().keySet()) {
            if (!known.contains(name)) {
                throw new OperatorException("-S" + name + ": " + arguments.subject() + " has no variable ${" + name + "}; " + there + ".");
            }
        }
        if (!arguments.otherSources().isEmpty() && known.stream().noneMatch(name -> name.startsWith(GPF.SOURCE_PRODUCT_FIELD_NAME))) {
            throw new OperatorException("'" + arguments.otherSources().get(0) + "': " + arguments.subject()
                    + " has no variable ${sourceProduct}; " + there + ".");
        }
    }

    private GraphNode addOperator() {
        String name = arguments.subject();
        OperatorSpi spi = SpiRegistry.getDefault().getOperatorSpi(name);
        if (spi == null) {
            Set<String> aliases = new TreeSet<>();
            for (Object alias : SpiRegistry.getDefault().getAliases()) {
                aliases.add(alias.toString());
            }
            throw new OperatorException("Unknown operator '" + name + "'. There are: " + String.join(", ", aliases) + ".");
        }
        Map<String, String> parameters = fileParameters();
        parameters.putAll(arguments.parameters());
        List<GraphNode.Source> sources = new ArrayList<>();
        addReadNodes().forEach((id, nodeId) -> {
            if (!id.equals("sourceProducts")) {
                sources.add(new GraphNode.Source(id, nodeId));
            }
        });
        nodes.add(new GraphNode(spi.getOperatorAlias(), spi.getOperatorAlias(), sources, parameters, ""));
        return nodes.get(nodes.size() - 1);
    }

    /** The values of the file of -p; none where there is no such option. */
    private Map<String, String> fileParameters() {
        Path file = arguments.parameterFile();
        return file == null ? new LinkedHashMap<>() : ParameterFile.read(file, builtInVariables());
    }

    private Map<String, String> builtInVariables() {
        Map<String, String> variables = new LinkedHashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> variables.put("system." + name, System.getProperty(name)));
        File target = new File(arguments.target());
        String name = target.getName();
        variables.put(arguments.isGraph() ? "graphFile" : "operatorName", arguments.subject());
        variables.put("targetFile", target.getPath());
        variables.put("targetDir", target.getParent() == null ? "." : target.getParent());
        variables.put("targetName", name);
        variables.put("targetBaseName", name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name);
        if (arguments.format() != null) {
            variables.put("targetFormat", arguments.format());
        }
        variables.putAll(arguments.parameters());
        return variables;
    }

    /** Adds a node per source file; gives the ids of the nodes by the ids of the sources. */
    private Map<String, String> addReadNodes() {
        Map<String, String> nodeOfSource = new LinkedHashMap<>();
        arguments.namedSources().forEach((id, file) -> nodeOfSource.put(id, readNode(id, file)));
        List<String> others = arguments.otherSources();
        StringJoiner all = new StringJoiner(",");
        for (int i = 0; i < others.size(); i++) {
            String base = GPF.SOURCE_PRODUCT_FIELD_NAME;
            String node = readNode(base + "." + (i + 1), others.get(i));
            if (i == 0) {
                nodeOfSource.put(base, node);
            }
            nodeOfSource.put(base + "." + (i + 1), node);
            nodeOfSource.put(base + (i + 1), node);
            all.add(node);
        }
        nodeOfSource.put(GPF.SOURCE_PRODUCT_FIELD_NAME + "s", all.toString());
        return nodeOfSource;
    }

    private String readNode(String sourceId, String file) {
        String path = Path.of(file).toAbsolutePath().normalize().toString();
        return readNodeOfFile.computeIfAbsent(path, key -> {
            String id = "ReadOp@" + sourceId;
            nodes.add(new GraphNode(id, READ, List.of(), Map.of("file", file), "Source '" + sourceId + "': "));
            return id;
        });
    }

    private static boolean isAutoWriteDisabled(GraphNode node) {
        OperatorSpi spi = SpiRegistry.getDefault().getOperatorSpi(node.operator());
        return spi != null && spi.getOperatorDescriptor().isAutoWriteDisabled();
    }

    private void addWrite(GraphNode last) {
        String format = Formats.choose(arguments.format(), arguments.target());
        Map<String, String> parameters = Map.of("file", arguments.target(), "formatName", format);
        nodes.add(new GraphNode("WriteOp@" + last.id(), WRITE, List.of(new GraphNode.Source("source", last.id())), parameters, ""));
    }
}

package org.insardask.embedded.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.gpf.OperatorSpi;
import org.insardask.embedded.gpf.OperatorModel;
import org.insardask.embedded.gpf.ParameterModel;
import org.insardask.embedded.gpf.SourceModel;
import org.insardask.embedded.gpf.SpiRegistry;
import org.insardask.embedded.gpf.TileEngine;
import org.insardask.embedded.graph.GraphFile;
import org.insardask.embedded.graph.GraphNode;

/** The help texts. */
final class Usage {

    private Usage() {
    }

    /** The options and operators. */
    static String general() {
        Columns operators = new Columns();
        for (OperatorSpi spi : spis()) {
            OperatorModel model = OperatorModel.of(spi.getOperatorClass());
            if (!model.isInternal()) {
                operators.add("  " + model.getAlias(), lines(model.getDescription() == null ? "" : model.getDescription()));
            }
        }
        return String.format("""
                Usage:
                  insar-gpt <op>|<graph-file> [options] [<source-file-1> <source-file-2> ...]

                Arguments:
                  <op>               Name of an operator, see below.
                  <graph-file>       Operator graph file (XML format).
                  <source-file-i>    The i-th source product without a name.

                Options:
                  -h                 Shows this text, or that of the operator or graph given.
                  -e                 Shows a stack trace where the run fails.
                  -t <file>          The target file, by default target.dim. Not used where the graph has a Write node.
                  -f <format>        The target format. By default that of the target's extension.
                  -p <file>          A file of parameters: Java properties <name>=<value>, or XML with one element per parameter.
                  -c <cache-size>    The size of the tile cache in bytes; K, M and G may follow. By default %dM.
                  -q <parallelism>   The number of threads, by default %d. With 1 all is done on the calling thread.
                  --resume           Goes on with what a run of the same command finished before it was interrupted, and leaves
                                     finished tiles for the next run where this one is interrupted. Not in SNAP's gpt.
                  --stats            Shows at the end seconds, bytes and tiles by operator, cache hits and peak memory. Not in SNAP's gpt.
                  -x                 Accepted; tiles that were written are always dropped from the cache.
                  -S<source>=<file>  A source product by name. In a graph, ${<source>} is replaced by a node that reads it.
                  -P<name>=<value>   A parameter. In a graph, ${<name>} is replaced by the value. Goes before the file of -p.
                  -D<name>=<value>   A system property.
                  -iformat           Shows the formats that can be read.
                  -oformat           Shows the formats that can be written.
                  --version          Shows the version.
                  --diag             Shows version, Java, memory and threads.

                Operators:
                %s""", TileEngine.defaultCacheBytes() >> 20, TileEngine.defaultThreads(), operators);
    }

    private static List<OperatorSpi> spis() {
        Map<String, OperatorSpi> byAlias = new LinkedHashMap<>();
        for (Object alias : SpiRegistry.getDefault().getAliases()) {
            byAlias.put(alias.toString(), SpiRegistry.getDefault().getOperatorSpi(alias.toString()));
        }
        return new ArrayList<>(byAlias.values());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::trim).toList();
    }

    /** Sources and parameters of an operator. */
    static String operator(String name) {
        OperatorModel model = OperatorModel.of(registry().require(name).getOperatorClass());
        StringBuilder text = new StringBuilder(200);
        text.append("Usage:\n  insar-gpt ").append(model.getAlias()).append(" [options]\n");
        if (model.getDescription() != null) {
            text.append("\nDescription:\n  ").append(String.join("\n  ", lines(model.getDescription()))).append('\n');
        }
        if (!model.sources().isEmpty() || model.sourceArray() != null) {
            text.append("\nSource Options:\n").append(sources(model));
        }
        if (!model.parameterList().isEmpty()) {
            Columns parameters = new Columns();
            for (ParameterModel parameter : model.parameterList()) {
                parameters.add("  -P" + parameter.getPublicName() + "=<" + parameter.getTypeName() + ">", describe(parameter));
            }
            text.append("\nParameter Options:\n").append(parameters);
        }
        return text.append("\nGraph XML Format:\n").append(graphXml(model)).toString();
    }

    private static SpiRegistry registry() {
        return SpiRegistry.getDefault();
    }

    private static Columns sources(OperatorModel model) {
        Columns columns = new Columns();
        for (SourceModel source : model.sources()) {
            List<String> lines = new ArrayList<>(lines(source.getDescription() == null ? "" : source.getDescription()));
            lines.add(source.isOptional() ? "This is an optional source." : "This is a mandatory source.");
            if (source.getProductType() != null) {
                lines.add("The product type must match '" + source.getProductType() + "'.");
            }
            columns.add("  -S" + source.getPublicName() + "=<file>", lines);
        }
        if (model.sourceArray() != null) {
            String description = model.sourceArray().getDescription();
            List<String> lines = new ArrayList<>(lines(description == null ? "" : description));
            lines.add("Any other source, with or without a name.");
            columns.add("  <source-file-1> <source-file-2> ...", lines);
        }
        return columns;
    }

    private static List<String> describe(ParameterModel parameter) {
        List<String> lines = new ArrayList<>();
        if (parameter.getLabel() != null) {
            lines.add(parameter.getLabel() + (parameter.getDescription() == null ? "." : ":"));
        }
        if (parameter.getDescription() != null) {
            lines.addAll(lines(parameter.getDescription()));
        }
        addIf(lines, parameter.getInterval(), "Valid interval is %s.");
        addIf(lines, parameter.getPattern(), "Pattern for valid values is '%s'.");
        if (parameter.getValueSet().length > 0) {
            lines.add("Value must be one of '" + String.join("', '", parameter.getValueSet()) + "'.");
        }
        addIf(lines, parameter.getDefaultValue(), "Default value is '%s'.");
        addIf(lines, parameter.getUnit(), "Parameter unit is '%s'.");
        if (parameter.isNotNull()) {
            lines.add("This is a mandatory parameter.");
        }
        if (parameter.isNotEmpty()) {
            lines.add("Value must not be empty.");
        }
        return lines;
    }

    private static void addIf(List<String> lines, String value, String format) {
        if (value != null) {
            lines.add(format.replace("%s", value));
        }
    }

    private static String graphXml(OperatorModel model) {
        StringBuilder xml = new StringBuilder(300);
        xml.append("  <graph id=\"someGraphId\">\n    <version>1.0</version>\n    <node id=\"someNodeId\">\n");
        xml.append("      <operator>").append(model.getAlias()).append("</operator>\n      <sources>\n");
        for (SourceModel source : model.sources()) {
            xml.append("        <").append(source.getPublicName()).append(">${").append(source.getPublicName()).append("}</")
                    .append(source.getPublicName()).append(">\n");
        }
        if (model.sourceArray() != null) {
            xml.append("        <sourceProducts>${sourceProducts}</sourceProducts>\n");
        }
        xml.append("      </sources>\n      <parameters>\n");
        for (ParameterModel parameter : model.parameterList()) {
            xml.append("        <").append(parameter.getPublicName()).append('>').append(parameter.getTypeName()).append("</")
                    .append(parameter.getPublicName()).append(">\n");
        }
        return xml.append("      </parameters>\n    </node>\n  </graph>\n").toString();
    }

    /** Nodes and variables of a graph. */
    static String graph(String file) {
        GraphFile graph = new GraphFile(Path.of(file));
        Columns nodes = new Columns();
        Map<String, List<String>> uses = new LinkedHashMap<>();
        graph.variables().forEach(name -> uses.put(name, new ArrayList<>()));
        for (GraphNode node : graph.template()) {
            nodes.add("  " + node.id(), List.of(node.operator()));
            node.sources().forEach(source -> addUse(uses, source.nodeId(), "Source of node '" + node.id() + "'."));
            node.parameters().forEach((name, value) -> addUse(uses, value, describeUse(node, name)));
        }
        Columns variables = new Columns();
        uses.forEach((name, lines) -> variables.add("  ${" + name + "}", lines));
        return "Usage:\n  insar-gpt " + file + " [options] [<source-file-1> <source-file-2> ...]\n\nNodes:\n" + nodes
                + "\nVariables (-P<name>=<value>, or -S<name>=<file> for sources):\n" + variables;
    }

    private static void addUse(Map<String, List<String>> uses, String value, String use) {
        uses.forEach((name, lines) -> {
            if (value.contains("${" + name + "}")) {
                lines.addAll(lines(use));
            }
        });
    }

    private static String describeUse(GraphNode node, String parameterName) {
        String use = "Parameter '" + parameterName + "' of " + node.operator() + ".";
        OperatorSpi spi = registry().getOperatorSpi(node.operator());
        if (spi == null) {
            return use;
        }
        for (ParameterModel parameter : OperatorModel.of(spi.getOperatorClass()).parameterList()) {
            if (parameter.getPublicName().equals(parameterName) || parameter.getName().equals(parameterName)) {
                return use + "\n" + String.join("\n", describe(parameter));
            }
        }
        return use;
    }
}

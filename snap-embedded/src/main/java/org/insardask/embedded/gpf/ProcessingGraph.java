package org.insardask.embedded.gpf;

import java.util.Map;
import java.util.TreeMap;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/**
 * Writes into the metadata of a product which operators made it, with which parameters and sources: SNAP's element
 * {@code Processing_Graph}, but without times and absolute paths of sources, so that equal runs give equal bytes.
 */
final class ProcessingGraph {

    private static final String NAME = "Processing_Graph";
    private static final String PLAN_FILE = "planFile";

    private final MetadataElement graph;

    private ProcessingGraph(MetadataElement graph) {
        this.graph = graph;
    }

    /** Adds an operator, and those before it that are not there yet. */
    static void record(OperatorContext context, Product product) {
        if (OperatorContext.producerOf(product) != context) {
            return;
        }
        MetadataElement root = product.getMetadataRoot();
        if (!root.containsElement(NAME)) {
            root.addElement(new MetadataElement(NAME));
        }
        new ProcessingGraph(root.getElement(NAME)).add(context, freeId(root.getElement(NAME), context.getId()));
    }

    private static String freeId(MetadataElement graph, String id) {
        String candidate = id;
        for (int n = 2; find(graph, candidate) != null; n++) {
            candidate = id + "$" + n;
        }
        return candidate;
    }

    private static MetadataElement find(MetadataElement graph, String id) {
        for (MetadataElement node : graph.getElements()) {
            if (id.equals(node.getAttributeString("id", null))) {
                return node;
            }
        }
        return null;
    }

    private void add(OperatorContext context, String id) {
        MetadataElement node = new MetadataElement("node." + graph.getNumElements());
        graph.addElement(node);
        addText(node, "id", id);
        addText(node, "operator", context.getModel().getAlias());
        MetadataElement sources = new MetadataElement("sources");
        sourcesOf(context).forEach((name, value) -> addText(sources, name, value));
        node.addElement(sources);
        MetadataElement parameters = new MetadataElement("parameters");
        parametersOf(context).forEach((name, value) -> addText(parameters, name, value));
        node.addElement(parameters);
    }

    /** Without the parameter that only says how a run is split, so that the product does not depend on it. */
    private static Map<String, String> parametersOf(OperatorContext context) {
        Map<String, String> parameters = context.formatParameters();
        parameters.remove(PLAN_FILE);
        return parameters;
    }

    private Map<String, String> sourcesOf(OperatorContext context) {
        Map<String, String> sources = new TreeMap<>();
        for (Product source : context.getSources().products()) {
            sources.put(context.getSources().idOf(source), describe(source));
        }
        return sources;
    }

    private String describe(Product source) {
        OperatorContext producer = OperatorContext.producerOf(source);
        if (producer != null) {
            return addOnce(producer);
        }
        return source.getFileLocation() != null ? source.getFileLocation().getName() : "product:" + source.getName();
    }

    /** The id of an operator's node; adds one where there is none with these parameters. */
    private String addOnce(OperatorContext context) {
        String id = context.getId();
        for (int n = 2; true; n++) {
            MetadataElement node = find(graph, id);
            if (node == null) {
                add(context, id);
                return id;
            }
            if (describes(node, context)) {
                return id;
            }
            id = context.getId() + "$" + n;
        }
    }

    private static boolean describes(MetadataElement node, OperatorContext context) {
        MetadataElement parameters = node.getElement("parameters");
        Map<String, String> expected = parametersOf(context);
        boolean same = context.getModel().getAlias().equals(node.getAttributeString("operator", null))
                && parameters != null && parameters.getNumAttributes() == expected.size();
        for (Map.Entry<String, String> parameter : expected.entrySet()) {
            same = same && parameter.getValue().equals(parameters.getAttributeString(parameter.getKey(), null));
        }
        return same;
    }

    private static void addText(MetadataElement element, String name, String text) {
        element.addAttribute(new MetadataAttribute(name, ProductData.createInstance(text), true));
    }
}

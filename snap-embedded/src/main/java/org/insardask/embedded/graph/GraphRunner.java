package org.insardask.embedded.graph;

import com.bc.ceres.core.ProgressMonitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.gpf.OperatorContext;
import org.insardask.embedded.gpf.SinkRun;
import org.insardask.embedded.gpf.TileEngine;

/** Runs a graph: makes and initialises all operators, sources first, then computes and writes all ends together. For one run. */
public final class GraphRunner {

    private final Graph graph;
    private final TileEngine engine;
    private final Map<String, OperatorContext> initialised = new HashMap<>();

    /** For a graph. */
    public GraphRunner(Graph graph, TileEngine engine) {
        this.graph = graph;
        this.engine = engine;
    }

    /** Runs. Products that were opened are closed in any case. */
    public void run(ProgressMonitor pm) throws Exception {
        try {
            engine.call(() -> {
                List<OperatorContext> ends = new ArrayList<>();
                for (GraphNode end : graph.ends()) {
                    ends.add(initialise(end));
                }
                new SinkRun(ends).run(pm);
                return null;
            });
        } finally {
            closeProducts();
        }
    }

    /** Refuses parameters that operators do not have or whose values they do not take; opens nothing. */
    public static void checkParameters(Graph graph) {
        for (GraphNode node : graph.nodes()) {
            try {
                OperatorContext.of(Graph.spi(node).createOperator()).setParameters(node.parameters());
            } catch (OperatorException e) {
                throw new OperatorException(node.origin() + e.getMessage(), e);
            }
        }
    }

    /** Takes a product before any of its tiles is computed. */
    public interface ProductUse {

        /** Uses the product. */
        void accept(Product product) throws Exception;
    }

    /**
     * Makes the operators up to a node, lets them do what they do once for the whole scene, and gives the product of the node away. No
     * tile is computed for that but those which the operators themselves ask for. Products are closed afterwards.
     *
     * @param nodeId the node whose product is used
     * @param followers nodes after it that are made too, so that what is wrong with them is known
     * @param use what is done with the product
     */
    public void prepare(String nodeId, List<String> followers, ProductUse use) throws Exception {
        try {
            engine.call(() -> {
                OperatorContext context = initialise(graph.node(nodeId));
                for (String follower : followers) {
                    initialise(graph.node(follower));
                }
                context.execute(ProgressMonitor.NULL);
                use.accept(context.getTargetProduct());
                return null;
            });
        } finally {
            closeProducts();
        }
    }

    private OperatorContext initialise(GraphNode node) {
        OperatorContext known = initialised.get(node.id());
        if (known != null) {
            return known;
        }
        Map<String, Product> sources = new HashMap<>();
        for (GraphNode.Source source : node.sources()) {
            sources.put(source.nodeId(), initialise(graph.node(source.nodeId())).getTargetProduct());
        }
        engine.cancellation().check();
        try {
            Operator operator = Graph.spi(node).createOperator();
            OperatorContext context = OperatorContext.of(operator);
            context.setId(node.id());
            for (GraphNode.Source source : node.sources()) {
                context.getSources().set(source.name(), sources.get(source.nodeId()));
            }
            context.setParameters(node.parameters());
            context.getTargetProduct();
            initialised.put(node.id(), context);
            return context;
        } catch (OperatorException e) {
            throw new OperatorException(node.origin() + e.getMessage(), e);
        }
    }

    private void closeProducts() {
        initialised.values().forEach(context -> context.getTargetProduct().dispose());
    }
}

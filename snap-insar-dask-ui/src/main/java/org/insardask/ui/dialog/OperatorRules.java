package org.insardask.ui.dialog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/**
 * Asks an operator whether it takes its parameters: sets it up as gpt does, without computing a tile, so that the answer is what gpt says.
 * Takes as long as reading its small inputs, such as polygons. Safe for use by several threads.
 */
final class OperatorRules {

    private final String operator;
    private final List<String> sourceNames;

    /** @param sourceNames names of the first sources; further ones need none */
    OperatorRules(String operator, List<String> sourceNames) {
        this.operator = operator;
        this.sourceNames = List.copyOf(sourceNames);
    }

    /** What the operator says against the parameters; empty where it takes them. */
    Optional<String> objection(Map<String, Object> parameters, Product... sources) {
        Map<String, Product> named = new HashMap<>();
        for (int i = 0; i < sources.length; i++) {
            named.put(i < sourceNames.size() ? sourceNames.get(i) : GPF.SOURCE_PRODUCT_FIELD_NAME + "." + i, sources[i]);
        }
        try {
            // Not GPF.createProduct, which also executes the operator: it would look for its reference in the whole stack.
            Operator checked = GPF.getDefaultInstance().createOperator(operator, parameters, named, null);
            checked.getTargetProduct().dispose();
            return Optional.empty();
        } catch (OperatorException e) {
            return Optional.of(message(e));
        }
    }

    /** The message, or that of the cause where there is none; without SNAP's mark of the operator's class. */
    private static String message(OperatorException e) {
        String text = e.getMessage();
        if (text == null || text.isBlank()) {
            text = String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
        }
        return text;
    }
}

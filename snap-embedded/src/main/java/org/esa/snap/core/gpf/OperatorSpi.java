package org.esa.snap.core.gpf;

import java.awt.RenderingHints;
import java.util.Map;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.descriptor.OperatorDescriptor;
import org.insardask.embedded.gpf.OperatorContext;
import org.insardask.embedded.gpf.OperatorModel;

/**
 * Makes operators of one class. A subclass with a public constructor without arguments, named in
 * {@code META-INF/services/org.esa.snap.core.gpf.OperatorSpi}, makes the operator known by its alias.
 */
public abstract class OperatorSpi {

    private final Class<? extends Operator> operatorClass;

    /** For operators of a class, described by its annotations. */
    protected OperatorSpi(Class<? extends Operator> operatorClass) {
        this.operatorClass = operatorClass;
    }

    /** Read when it is first wanted: that takes a millisecond or two for each of the operators that there are. */
    private OperatorModel model() {
        return OperatorModel.of(operatorClass);
    }

    /** A new operator with its default parameters. */
    public Operator createOperator() throws OperatorException {
        Operator operator = model().newInstance();
        operator.setSpi(this);
        operator.setParameterDefaultValues();
        return operator;
    }

    /** A new operator with parameters, by name, and sources, by name. */
    public Operator createOperator(Map<String, Object> parameters, Map<String, Product> sourceProducts) throws OperatorException {
        return createOperator(parameters, sourceProducts, null);
    }

    /** A new operator with parameters and sources; of the hints {@link GPF#KEY_TILE_SIZE} is heeded. May be null. */
    public Operator createOperator(Map<String, Object> parameters, Map<String, Product> sourceProducts,
                                   RenderingHints renderingHints) throws OperatorException {
        Operator operator = createOperator();
        OperatorContext context = OperatorContext.of(operator);
        context.getSources().setAll(sourceProducts);
        context.setParameters(parameters);
        context.setHints(renderingHints);
        return operator;
    }

    /** The class of the operators. */
    public final Class<? extends Operator> getOperatorClass() {
        return operatorClass;
    }

    /** The name in graphs and on the command line. */
    public final String getOperatorAlias() {
        return getOperatorAlias(operatorClass);
    }

    /** What is known about the operator. */
    public OperatorDescriptor getOperatorDescriptor() {
        return model();
    }

    /** The alias of an operator class; its simple name where it has none. */
    public static String getOperatorAlias(Class<? extends Operator> operatorClass) {
        OperatorMetadata metadata = operatorClass.getAnnotation(OperatorMetadata.class);
        return metadata != null && !metadata.alias().isEmpty() ? metadata.alias() : operatorClass.getSimpleName();
    }
}

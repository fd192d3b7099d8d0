package org.esa.snap.graphbuilder.gpf.ui;

import com.bc.ceres.binding.ConversionException;
import com.bc.ceres.binding.Property;
import com.bc.ceres.binding.PropertyContainer;
import com.bc.ceres.binding.PropertySet;
import com.bc.ceres.binding.ValidationException;
import com.bc.ceres.binding.dom.DomElement;
import com.bc.ceres.binding.dom.XppDomElement;
import com.bc.ceres.swing.selection.SelectionChangeListener;
import java.util.Arrays;
import java.util.Map;
import javax.swing.JComponent;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.descriptor.PropertySetDescriptorFactory;
import org.esa.snap.core.gpf.graph.GraphException;
import org.esa.snap.ui.AppContext;

/**
 * Base class of panels of operators: keeps the parameters in a map, and a property set over that map which follows the
 * descriptor of the operator. For the event dispatch thread.
 */
public abstract class BaseOperatorUI implements OperatorUI {

    protected PropertySet propertySet;
    protected Map<String, Object> paramMap;
    protected Product[] sourceProducts;
    protected String operatorName = "";
    private String errorMessage;

    public BaseOperatorUI() {
    }

    @Override
    public abstract JComponent CreateOpTab(String operatorName, Map<String, Object> parameterMap, AppContext appContext);

    @Override
    public abstract void initParameters();

    @Override
    public abstract UIValidation validateParameters();

    @Override
    public abstract void updateParameters();

    @Override
    public boolean hasError() {
        return errorMessage != null;
    }

    @Override
    public String getErrorMessage() {
        return errorMessage;
    }

    @Override
    public String getOperatorName() {
        return operatorName;
    }

    @Override
    public void addSelectionChangeListener(SelectionChangeListener listener) {
    }

    /**
     * Takes the map; gives it the defaults where it is empty, and else sets what it names by alias.
     *
     * @throws IllegalArgumentException where the operator is not known
     */
    protected void initializeOperatorUI(String operatorName, Map<String, Object> parameterMap) {
        this.operatorName = operatorName;
        this.paramMap = parameterMap;
        OperatorSpi spi = GPF.getDefaultInstance().getOperatorSpiRegistry().getOperatorSpi(operatorName);
        if (spi == null) {
            throw new IllegalArgumentException("operator " + operatorName + " not found");
        }
        try {
            propertySet = PropertyContainer.createMapBacked(paramMap,
                    PropertySetDescriptorFactory.createForOperator(spi.getOperatorDescriptor(), Map.of()));
            if (paramMap.isEmpty()) {
                propertySet.setDefaultValues();
            } else {
                takeAliases();
            }
        } catch (IllegalStateException | ValidationException e) {
            errorMessage = e.getMessage();
        } catch (ConversionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void takeAliases() throws ValidationException {
        for (Property property : propertySet.getProperties()) {
            String alias = property.getDescriptor().getAlias();
            if (alias != null && paramMap.containsKey(alias)) {
                property.setValue(paramMap.get(alias));
            }
        }
    }

    /** Takes the sources, and fills the panel anew where they are others than before. */
    @Override
    public void setSourceProducts(Product[] products) {
        if (sourceProducts == null || !Arrays.equals(sourceProducts, products)) {
            sourceProducts = products;
            if (paramMap != null) {
                initParameters();
            }
        }
    }

    @Override
    public boolean hasSourceProducts() {
        return sourceProducts != null;
    }

    /** One child for each parameter, with its value as text; without text where there is no value. */
    @Override
    public void convertToDOM(XppDomElement parentElement) throws GraphException {
        for (Property property : propertySet.getProperties()) {
            String alias = property.getDescriptor().getAlias();
            DomElement child = parentElement.createChild(alias == null || alias.isEmpty() ? property.getName() : alias);
            String text = property.getValueAsText();
            if (!text.isEmpty()) {
                child.setValue(text);
            }
        }
    }

    public PropertySet getPropertySet() {
        return propertySet;
    }

    /** The names of all bands of all sources; with the product's name behind where there are several sources. */
    protected String[] getBandNames() {
        if (sourceProducts == null) {
            return new String[0];
        }
        return Arrays.stream(sourceProducts).flatMap(product -> Arrays.stream(product.getBandNames())
                .map(name -> sourceProducts.length > 1 ? name + "::" + product.getName() : name)).toArray(String[]::new);
    }

    @Override
    public Map<String, Object> getParameters() {
        return paramMap;
    }
}

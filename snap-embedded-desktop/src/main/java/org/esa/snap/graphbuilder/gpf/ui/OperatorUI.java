package org.esa.snap.graphbuilder.gpf.ui;

import com.bc.ceres.binding.dom.XppDomElement;
import com.bc.ceres.swing.selection.SelectionChangeListener;
import java.util.Map;
import javax.swing.JComponent;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.graph.GraphException;
import org.esa.snap.ui.AppContext;

/** The parameters of an operator as a panel, for the dialog of the operator and for the Graph Builder. */
public interface OperatorUI {

    String getOperatorName();

    JComponent CreateOpTab(String operatorName, Map<String, Object> parameterMap, AppContext appContext);

    void initParameters();

    UIValidation validateParameters();

    void updateParameters();

    void setSourceProducts(Product[] products);

    boolean hasSourceProducts();

    void convertToDOM(XppDomElement parentElement) throws GraphException;

    Map<String, Object> getParameters();

    boolean hasError();

    String getErrorMessage();

    void addSelectionChangeListener(SelectionChangeListener listener);
}

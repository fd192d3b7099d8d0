package org.esa.snap.core.datamodel;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;

/**
 * A band that is computed from others by an expression. The embedded runtime keeps the expression, so that SNAP computes the
 * band when it opens the product, and does not evaluate it: reading samples fails.
 */
public class VirtualBand extends Band {

    public static final String PROPERTY_NAME_EXPRESSION = "expression";

    private String expression;

    /** @throws IllegalArgumentException where the expression is null or blank */
    public VirtualBand(String name, int dataType, int width, int height, String expression) {
        super(name, dataType, width, height);
        if (expression == null || expression.isBlank()) {
            throw new IllegalArgumentException("Expression must be not null and not empty");
        }
        setSynthetic(true);
        this.expression = expression;
    }

    public String getExpression() {
        return expression;
    }

    /** Sets the expression; null and blank ones are ignored. */
    public void setExpression(String expression) {
        if (expression != null && !expression.isBlank() && !this.expression.equals(expression)) {
            this.expression = expression;
            setModified(true);
        }
    }

    /** Always fails. */
    @Override
    void readStored(int x, int y, int w, int h, ProductData block, ProgressMonitor pm) throws IOException {
        throw new IOException("the samples of virtual band '" + getName() + "' (" + expression
                + ") cannot be read: the embedded runtime does not evaluate expressions; SNAP does");
    }

    /** Always fails. */
    @Override
    public void setPixelInt(int x, int y, int pixelValue) {
        throw new IllegalStateException("set not supported for virtual band '" + getName() + "'");
    }

    /** Always fails. */
    @Override
    public void setPixelFloat(int x, int y, float pixelValue) {
        throw new IllegalStateException("set not supported for virtual band '" + getName() + "'");
    }

    /** Always fails. */
    @Override
    public void setPixelDouble(int x, int y, double pixelValue) {
        throw new IllegalStateException("set not supported for virtual band '" + getName() + "'");
    }

    @Override
    public String toString() {
        return getClass().getName() + "[" + getName() + "," + ProductData.getTypeString(getDataType()) + "," + getRasterWidth() + ","
                + getRasterHeight() + "]";
    }
}

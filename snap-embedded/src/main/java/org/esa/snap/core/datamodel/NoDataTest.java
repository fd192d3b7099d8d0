package org.esa.snap.core.datamodel;

/**
 * Tells valid samples from no-data as SNAP's valid-mask expression does: integers differ from the raw no-data value,
 * floats differ from the geophysical one by more than 1e-6, or are no NaN or not infinite where the no-data value is that.
 * A NaN is no-data whatever the no-data value of a float band.
 */
final class NoDataTest {

    private static final double EPS = 1.0e-6;

    private final RasterDataNode node;
    private final boolean integers;
    private final double rawNoData;
    private final double noData;

    NoDataTest(RasterDataNode node) {
        this.node = node;
        this.integers = ProductData.isIntType(node.getDataType());
        this.rawNoData = node.getNoDataValue();
        this.noData = node.getGeophysicalNoDataValue();
    }

    boolean isValid(double raw) {
        double value = node.scale(raw);
        if (Double.isNaN(noData)) {
            return !Double.isNaN(value);
        }
        if (Double.isInfinite(noData)) {
            return !Double.isInfinite(value);
        }
        return integers ? raw != rawNoData : Math.abs(value - noData) > EPS;
    }
}

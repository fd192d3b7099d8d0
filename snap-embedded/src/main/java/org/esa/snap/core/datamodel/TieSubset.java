package org.esa.snap.core.datamodel;

import java.awt.Rectangle;
import org.esa.snap.core.dataio.ProductSubsetDef;

/** Cuts the part out of a tie-point grid that a region needs. Values stay, so interpolation in the region is unchanged. */
final class TieSubset {

    private final TiePointGrid source;
    private final ProductSubsetDef subset;
    private final Rectangle region;

    TieSubset(TiePointGrid source, ProductSubsetDef subset) {
        this.source = source;
        this.subset = subset;
        Rectangle wanted = subset.getRegion();
        this.region = wanted != null ? wanted : new Rectangle(source.getRasterWidth(), source.getRasterHeight());
    }

    TiePointGrid create() {
        Axis x = new Axis(source.getOffsetX(), source.getSubSamplingX(), source.getGridWidth(), region.x, region.width,
                subset.getSubSamplingX());
        Axis y = new Axis(source.getOffsetY(), source.getSubSamplingY(), source.getGridHeight(), region.y, region.height,
                subset.getSubSamplingY());
        TiePointGrid grid = new TiePointGrid(source.getName(), x.count, y.count, x.offset, y.offset, x.step, y.step, cut(x, y),
                source.getDiscontinuity());
        grid.setUnit(source.getUnit());
        grid.setDescription(source.getDescription());
        return grid;
    }

    private float[] cut(Axis x, Axis y) {
        float[] all = source.getTiePoints();
        float[] part = new float[x.count * y.count];
        for (int row = 0; row < y.count; row++) {
            System.arraycopy(all, (y.first + row) * source.getGridWidth() + x.first, part, row * x.count, x.count);
        }
        return part;
    }

    /** The nodes that a stretch of pixels needs, and where they lie in pixels of the subset. */
    private static final class Axis {

        final int first;
        final int count;
        final double offset;
        final double step;

        Axis(double sourceOffset, double sourceStep, int nodes, int start, int length, int subSampling) {
            first = BilinearGrid.cellOf((start - sourceOffset) / sourceStep, nodes);
            int last = BilinearGrid.cellOf((start + length - sourceOffset) / sourceStep, nodes) + 1;
            count = last - first + 1;
            step = sourceStep / subSampling;
            offset = (sourceOffset + first * sourceStep - 0.5 - start) / subSampling + 0.5;
        }
    }
}

package org.insardask.op;

import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.insardask.points.PointLayout;

/** Turns tie-point grids of a scene into grids of a product of points, with a tie point for each point. */
final class PointGrids {

    /** What the readers of products take. */
    private static final int MOST_POINTS = 1 << 24;
    private static final double CENTRE = 0.5;

    private PointGrids() {
    }

    /** Adds the grids that say from where a point is seen, unless there are too many points. */
    static void add(Product source, Product target, PlacedPoints pixels, PointLayout layout, String... names) {
        int width = Math.max(2, layout.width());
        int height = Math.max(2, layout.height());
        for (String name : names) {
            TiePointGrid grid = source.getTiePointGrid(name);
            if (grid != null && (long) width * height <= MOST_POINTS && !target.containsBand(name)) {
                float[] values = new float[width * height];
                for (int p = 0; p < layout.count(); p++) {
                    int place = p / layout.width() * width + p % layout.width();
                    values[place] = (float) grid.getPixelDouble(pixels.column(p) + CENTRE, pixels.row(p) + CENTRE);
                }
                TiePointGrid added = new TiePointGrid(name, width, height, CENTRE, CENTRE, 1, 1, values);
                added.setUnit(grid.getUnit());
                added.setDescription(grid.getDescription());
                target.addTiePointGrid(added);
            }
        }
    }
}

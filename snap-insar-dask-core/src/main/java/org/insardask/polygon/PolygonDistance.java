package org.insardask.polygon;

/**
 * Finds the nearest feature of points that no feature holds: the workspace of one thread over a shared {@link PolygonIndex}.
 *
 * <p>The distance of a point to a polygon is that to the nearest place of its boundary, in a plane that touches the WGS 84 ellipsoid at the
 * point: a degree of longitude is N cos(lat) pi / 180 metres and a degree of latitude M pi / 180, N and M being the radii of curvature in
 * the prime vertical and in the meridian at the latitude of the point. Against the geodesic the relative error is about
 * 0.5 d tan(lat) / 6371 km for a distance d: 0.1 m for 1 km and 1 mm for 100 m at 52 degrees, more near the poles. Of polygons at equal
 * distance the one that wins an overlap wins. A point is looked for at its longitude and at 360 degrees to either side of it.
 */
public final class PolygonDistance {
    private static final double SEMI_MAJOR = 6_378_137.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;
    private static final double RADIANS = Math.PI / 180;
    /** Windows are this much larger than the distance, so that rounding loses nothing. */
    private static final double SLACK = 1 + 1e-9;

    private final PolygonIndex index;
    private final double maximum;
    private final double firstRadius;
    private final CellIndex.Cells cells;

    private double metresX;
    private double metresY;
    private double bestSquare;
    private int bestRank;

    /**
     * Creates a workspace.
     *
     * @param maximum greatest distance (m) at which a feature is found, positive
     */
    PolygonDistance(PolygonIndex index, double maximum) {
        if (!(maximum > 0) || maximum == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("maximum distance " + maximum + " m: a positive number was expected");
        }
        this.index = index;
        this.maximum = maximum;
        Boxes boxes = index.boxes;
        double area = (boxes.maxX() - boxes.minX()) * (boxes.maxY() - boxes.minY());
        double spacing = boxes.count() == 0 ? maximum : Math.sqrt(area / boxes.count()) * RADIANS * SEMI_MAJOR;
        firstRadius = Math.min(maximum, Math.max(0.5 * spacing, maximum / 1024));
        cells = index.cells.newCells();
    }

    /**
     * Completes the result of {@link PolygonLocator#locate(double[], double[], int, int[])}.
     *
     * @param x longitudes (degrees)
     * @param y latitudes (degrees)
     * @param count number of points
     * @param feature the feature of each point; where it is {@link PolygonLocator#NONE} it receives the nearest one within the maximum
     * @param distance receives the distance (m): 0 where a feature held the point, NaN where none is near enough
     */
    public void nearest(double[] x, double[] y, int count, int[] feature, double[] distance) {
        for (int i = 0; i < count; i++) {
            distance[i] = 0;
            if (feature[i] == PolygonLocator.NONE) {
                search(x[i], y[i]);
                feature[i] = bestRank < 0 ? PolygonLocator.NONE : index.featureOfRank(bestRank);
                distance[i] = bestRank < 0 ? Double.NaN : Math.sqrt(bestSquare);
            }
        }
    }

    private void search(double x, double y) {
        bestRank = -1;
        bestSquare = maximum * maximum;
        if (!(Math.abs(y) <= 90) || Double.isNaN(x) || index.boxes.count() == 0) {
            return;
        }
        takeMetric(y);
        for (double radius = firstRadius;; radius = Math.min(maximum, 4 * radius)) {
            for (double turn : PointWindow.TURNS) {
                search(x + turn, y, radius);
            }
            if (radius == maximum || (bestRank >= 0 && bestSquare <= radius * radius)) {
                return;
            }
        }
    }

    private void takeMetric(double latitude) {
        double sin = StrictMath.sin(latitude * RADIANS);
        double squared = 1 - ECCENTRICITY_SQUARED * sin * sin;
        double primeVertical = SEMI_MAJOR / Math.sqrt(squared);
        metresX = primeVertical * Math.sqrt(1 - sin * sin) * RADIANS;
        metresY = primeVertical * (1 - ECCENTRICITY_SQUARED) / squared * RADIANS;
    }

    private void search(double x, double y, double radius) {
        Boxes boxes = index.boxes;
        double halfX = Math.min(360, radius * SLACK / metresX);
        double halfY = radius * SLACK / metresY;
        if (x + halfX < boxes.minX() || x - halfX > boxes.maxX() || y + halfY < boxes.minY() || y - halfY > boxes.maxY()) {
            return;
        }
        cells.begin(x - halfX, y - halfY, x + halfX, y + halfY);
        for (int cell = cells.next(); cell >= 0; cell = cells.next()) {
            int end = index.cells.end(cell);
            for (int entry = index.cells.start(cell); entry < end; entry++) {
                int rank = index.cells.rank(entry);
                if (rank != bestRank && boxSquare(rank, x, y) <= bestSquare) {
                    consider(rank, x, y);
                }
            }
        }
    }

    private double boxSquare(int rank, double x, double y) {
        Boxes boxes = index.boxes;
        double dx = metresX * Math.max(0, Math.max(boxes.minX(rank) - x, x - boxes.maxX(rank)));
        double dy = metresY * Math.max(0, Math.max(boxes.minY(rank) - y, y - boxes.maxY(rank)));
        return dx * dx + dy * dy;
    }

    private void consider(int rank, double x, double y) {
        double square = index.edgesNear(rank, x, y, this);
        if (square < bestSquare || (square == bestSquare && (bestRank < 0 || rank < bestRank))) {
            bestSquare = square;
            bestRank = rank;
        }
    }

    /** Returns how far from a latitude edges matter still (degrees). */
    double reach() {
        return Math.sqrt(bestSquare) * SLACK / metresY;
    }

    /** Returns the square of the distance (m) of a point to the edge from vertex v to the next one. */
    double square(double[] xy, int v, double x, double y) {
        double ax = metresX * (xy[2 * v] - x);
        double ay = metresY * (xy[2 * v + 1] - y);
        double dx = metresX * (xy[2 * v + 2] - x) - ax;
        double dy = metresY * (xy[2 * v + 3] - y) - ay;
        double length = dx * dx + dy * dy;
        double t = length > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length)) : 0;
        double px = ax + t * dx;
        double py = ay + t * dy;
        return px * px + py * py;
    }
}

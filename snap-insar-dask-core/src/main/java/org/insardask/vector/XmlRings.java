package org.insardask.vector;

/** Tells the rings of the polygons of KML and GML: an outer boundary, then inner ones. */
final class XmlRings {

    private XmlRings() {
    }

    /** Reads a boundary whose start is current. */
    @FunctionalInterface
    interface Boundary {
        void read() throws VectorFileException;
    }

    /**
     * Reads the content of a polygon whose start is current.
     *
     * @throws VectorFileException where an outer boundary does not stand first, or where there are two
     */
    static void read(XmlCursor xml, Boundary boundary) throws VectorFileException {
        boolean hasShell = false;
        for (String child = xml.nextChild(); child != null; child = xml.nextChild()) {
            switch (child) {
                case "exterior", "outerBoundaryIs" -> {
                    if (hasShell) {
                        throw xml.failure("a polygon has two outer boundaries");
                    }
                    hasShell = true;
                    boundary.read();
                }
                case "interior", "innerBoundaryIs" -> {
                    if (!hasShell) {
                        throw xml.failure("the outer boundary of a polygon was expected before its inner ones");
                    }
                    boundary.read();
                }
                default -> xml.skip();
            }
        }
    }
}

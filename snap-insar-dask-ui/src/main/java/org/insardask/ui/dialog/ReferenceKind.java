package org.insardask.ui.dialog;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How a reference is given, and which parameters say so. */
enum ReferenceKind {
    BEST("The pixel of best quality", "The operator takes the pixel of the smallest phase sigma."),
    PIXEL("A pixel by column and row", "Columns and rows count from 0.", "referenceX", "referenceY"),
    POSITION("A pixel by latitude and longitude", "Degrees on WGS 84; the pixel that holds the point is taken.",
            "referenceLat", "referenceLon"),
    PIXELS("The mean of several pixels", "Columns and rows from 0, such as 110,86 20,30.", "pixels"),
    POLYGONS("The mean of the pixels in polygons", "All polygons of the layer, or those whose field has the value.",
            "vectorFile", "layer", "polygonField", "polygonValue", "longitudeBand", "latitudeBand", "crs"),
    QUALITY("The mean of all pixels of good quality", "All pixels whose quality band is at least the minimum.");

    /** Which parameters give a kind away, the first one that is set. */
    private static final Map<String, ReferenceKind> SIGNS = Map.of("vectorFile", POLYGONS, "pixels", PIXELS, "referenceLat", POSITION,
            "referenceLon", POSITION, "referenceX", PIXEL, "referenceY", PIXEL, "minimumQuality", QUALITY);
    private static final List<String> ORDER = List.of("vectorFile", "pixels", "referenceLat", "referenceLon", "referenceX", "referenceY",
            "minimumQuality");

    private final String label;
    private final String note;
    /** Names between blanks. */
    private final String parameters;

    ReferenceKind(String label, String note, String... parameters) {
        this.label = label;
        this.note = note;
        this.parameters = " " + String.join(" ", parameters) + " ";
    }

    /** One sentence on it. */
    String note() {
        return note;
    }

    /** Whether a parameter of the reference has a meaning under this kind; the others are empty then. */
    boolean uses(String parameter) {
        boolean minimum = parameter.equals("minimumQuality") && (this == QUALITY || this == POLYGONS);
        return minimum || parameters.contains(" " + parameter + " ");
    }

    /** All parameters that a kind may make empty. */
    static List<String> allParameters() {
        return List.of("referenceX", "referenceY", "referenceLat", "referenceLon", "pixels", "vectorFile", "layer", "polygonField",
                "polygonValue", "longitudeBand", "latitudeBand", "crs", "minimumQuality");
    }

    /**
     * The kind that values mean.
     *
     * @param text gives the text of a parameter, empty where it is not set
     * @param none the kind where nothing is set
     */
    static ReferenceKind of(UnaryOperator<String> text, ReferenceKind none) {
        return ORDER.stream().filter(name -> !text.apply(name).isBlank()).map(SIGNS::get).findFirst().orElse(none);
    }

    @Override
    public String toString() {
        return label;
    }
}

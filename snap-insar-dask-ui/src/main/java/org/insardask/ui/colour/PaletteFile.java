package org.insardask.ui.colour;

import java.awt.Color;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.esa.snap.core.datamodel.ColorPaletteDef;
import org.esa.snap.core.datamodel.ColorPaletteDef.Point;

/** A colour palette in SNAP's format (.cpd), that is part of this module. */
enum PaletteFile {
    /** Red for negative, pale for zero, blue for positive values. */
    MOTION("insar_dask_motion.cpd"),
    /** Dark for 0, yellow for 1. */
    QUALITY("insar_dask_quality.cpd"),
    /** Pale for small, dark for large values. */
    SIGMA("insar_dask_sigma.cpd");

    private final String fileName;

    PaletteFile(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the name of the file, as SNAP shows it. */
    String fileName() {
        return fileName;
    }

    /** Opens the file. */
    InputStream open() throws IOException {
        InputStream in = PaletteFile.class.getResourceAsStream(fileName);
        if (in == null) {
            throw new FileNotFoundException("colour palette " + fileName + " is missing in the module");
        }
        return in;
    }

    /**
     * Returns the palette, stretched over a range.
     *
     * @throws IOException where the file cannot be read, or is not as SNAP writes it
     */
    ColorPaletteDef stretched(double minimum, double maximum) throws IOException {
        Properties entries = new Properties();
        try (InputStream in = open()) {
            entries.load(in);
        }
        int count = (int) number(entries, "numPoints");
        double first = number(entries, "sample0");
        double last = number(entries, "sample" + (count - 1));
        Point[] points = new Point[count];
        for (int i = 0; i < count; i++) {
            double fraction = (number(entries, "sample" + i) - first) / (last - first);
            points[i] = new Point(minimum + fraction * (maximum - minimum), colour(entries.getProperty("color" + i, "")));
        }
        ColorPaletteDef palette = new ColorPaletteDef(points);
        palette.setAutoDistribute(true);
        return palette;
    }

    private double number(Properties entries, String key) throws IOException {
        try {
            return Double.parseDouble(entries.getProperty(key, ""));
        } catch (NumberFormatException e) {
            throw new IOException("colour palette " + fileName + ": " + key + " is no number", e);
        }
    }

    private Color colour(String text) throws IOException {
        String[] parts = text.split(",", -1);
        try {
            return new Color(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()), Integer.parseInt(parts[2].strip()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("colour palette " + fileName + ": '" + text + "' is no colour", e);
        }
    }
}

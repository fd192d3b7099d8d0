package org.insardask.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;

/**
 * Letters drawn as strokes, because Java needs font files of the machine for its own, which servers often lack.
 *
 * <p>A glyph is a list of polylines; a point is two hexadecimal digits, x and y, with the base line at y = 3, the height of
 * small letters at 8 and of capitals at 11. Corners are rounded by cutting them twice (Chaikin 1974,
 * doi:10.1016/0146-664X(74)90028-8). Immutable.
 */
final class StrokeFont {
    private static final int BASE_LINE = 3;
    private static final int CAPITAL_HEIGHT = 8;
    private static final double SPACE = 3.5;
    private static final double GAP = 2.2;
    private static final int CUTS = 2;
    private static final String UNKNOWN = "03 0b|0b 4b|4b 43|43 03";
    private static final Map<Character, String> GLYPHS = glyphs();

    private final double unit;

    /**
     * A font of some size.
     *
     * @param capitalHeight of capitals and digits (pixels)
     */
    StrokeFont(double capitalHeight) {
        this.unit = capitalHeight / CAPITAL_HEIGHT;
    }

    /** Width of a line of text (pixels). */
    double width(String text) {
        double width = 0;
        for (int k = 0; k < text.length(); k++) {
            width += advance(text.charAt(k));
        }
        return Math.max(0, width - GAP * unit);
    }

    /** Draws a line of text in the colour of the graphics; x is its left end, y the base line. */
    void draw(Graphics2D graphics, String text, double x, double y) {
        Stroke before = graphics.getStroke();
        graphics.setStroke(new BasicStroke((float) Math.max(1.1, 0.95 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double left = x;
        for (int k = 0; k < text.length(); k++) {
            char letter = text.charAt(k);
            if (letter != ' ') {
                graphics.draw(outline(glyph(letter), left, y));
            }
            left += advance(letter);
        }
        graphics.setStroke(before);
    }

    private double advance(char letter) {
        return unit * (letter == ' ' ? SPACE : extent(glyph(letter)) + GAP);
    }

    private static String glyph(char letter) {
        return GLYPHS.getOrDefault(letter, UNKNOWN);
    }

    private static int extent(String glyph) {
        int extent = 0;
        for (int k = 0; k < glyph.length(); k += 3) {
            extent = Math.max(extent, Character.digit(glyph.charAt(k), 16));
        }
        return extent;
    }

    private Path2D outline(String glyph, double left, double base) {
        Path2D path = new Path2D.Double();
        int start = 0;
        while (start < glyph.length()) {
            int bar = glyph.indexOf('|', start);
            int end = bar < 0 ? glyph.length() : bar;
            double[] line = smooth(points(glyph, start, end));
            for (int k = 0; k < line.length; k += 2) {
                double x = left + line[k] * unit;
                double y = base - (line[k + 1] - BASE_LINE) * unit;
                if (k == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            start = end + 1;
        }
        return path;
    }

    private static double[] points(String glyph, int start, int end) {
        double[] points = new double[(end - start + 1) / 3 * 2];
        for (int k = 0; k < points.length; k += 2) {
            int at = start + k / 2 * 3;
            points[k] = Character.digit(glyph.charAt(at), 16);
            points[k + 1] = Character.digit(glyph.charAt(at + 1), 16);
        }
        return points;
    }

    private static double[] smooth(double[] line) {
        double[] smooth = line;
        for (int cut = 0; cut < CUTS && line.length > 4; cut++) {
            smooth = cutCorners(smooth);
        }
        return smooth;
    }

    /** Every inner corner is replaced by two points, a quarter of the way to its neighbours. */
    private static double[] cutCorners(double[] line) {
        double[] cut = new double[2 * line.length - 4];
        int last = line.length - 2;
        cut[0] = line[0];
        cut[1] = line[1];
        int n = 2;
        for (int k = 2; k < last; k += 2) {
            for (int side = -2; side <= 2; side += 4) {
                cut[n++] = 0.75 * line[k] + 0.25 * line[k + side];
                cut[n++] = 0.75 * line[k + 1] + 0.25 * line[k + 1 + side];
            }
        }
        cut[n] = line[last];
        cut[n + 1] = line[last + 1];
        return cut;
    }

    private static Map<Character, String> glyphs() {
        Map<Character, String> glyphs = new HashMap<>();
        put(glyphs, "0123456789", "07 09 1b 4b 59 55 43 13 05 07", "19 3b|3b 33", "09 0a 1b 4b 5a 58 03|03 53",
                "0a 1b 4b 5a 58 47 27|27 47 56 54 43 13 04", "43 4b|4b 06|06 56", "5b 1b|1b 07|07 18 38 57 54 43 13 04",
                "5a 4b 1b 09 05 13 43 55 56 48 18 06", "0b 5b|5b 23", "37 17 08 0a 1b 4b 5a 58 47 27|27 17 06 04 13 43 54 56 47 27",
                "04 13 43 55 59 4b 1b 09 08 16 46 58");
        put(glyphs, "ABCDEFGHI", "03 3b|3b 63|16 56", "03 0b|0b 3b 5b 57 37|37 57 53 33|03 33|07 37", "5a 4b 2b 09 05 23 43 54",
                "03 0b|0b 2b 5b 57 53 23 03", "0b 03|0b 5b|07 47|03 53", "0b 03|0b 5b|07 47", "5a 4b 2b 09 05 23 43 54 57|57 37",
                "0b 03|5b 53|07 57", "0b 03");
        put(glyphs, "JKLMNOPQR", "4b 45 33 13 04", "0b 03|5b 06|27 53", "0b 03|03 53", "03 0b|0b 35|35 6b|6b 63",
                "03 0b|0b 53|53 5b", "07 09 2b 4b 69 65 43 23 05 07", "03 0b|0b 3b 5b 57 37 07",
                "07 09 2b 4b 69 65 43 23 05 07|45 63", "03 0b|0b 3b 5b 57 37 07|37 53");
        put(glyphs, "STUVWXYZ", "5a 4b 1b 0a 08 17 47 56 54 43 13 04", "0b 6b|3b 33", "0b 05 13 43 55 5b", "0b 33|33 6b",
                "0b 23|23 4a|4a 63|63 8b", "0b 53|5b 03", "0b 37|6b 37|37 33", "0b 5b|5b 03|03 53");
        put(glyphs, "abcdefghi", "48 43|45 46 38 18 06 05 13 33 45", "0b 03|05 06 18 38 46 45 33 13 05", "47 38 18 06 05 13 33 44",
                "4b 43|45 46 38 18 06 05 13 33 45", "06 46|46 38 18 06 05 13 33 44", "3b 2b 1a 13|08 38",
                "48 41 30 10 01|45 46 38 18 06 05 13 33 45", "0b 03|06 18 38 47 43", "08 03|0a 0b");
        put(glyphs, "jklmnopqr", "28 21 10 00|2a 2b", "0b 03|38 05|16 43", "0b 03", "08 03|06 18 28 37 33|36 48 58 67 63",
                "08 03|06 18 38 47 43", "05 06 18 38 46 45 33 13 05", "08 00|05 06 18 38 46 45 33 13 05",
                "48 40|45 46 38 18 06 05 13 33 45", "08 03|06 18 38");
        put(glyphs, "stuvwxyz", "47 38 18 07 16 35 44 33 13 04", "1b 14 23 33|08 38", "08 05 13 33 45|48 43", "08 23|23 48",
                "08 13|13 38|38 53|53 68", "08 43|48 03", "08 23|48 10", "08 48|48 03|03 43");
        put(glyphs, ".,-+/():=%_\u00b0", "03 04", "14 01", "07 47", "07 67|3a 34", "02 5c", "2c 0a 04 22", "0c 2a 24 02", "03 04|07 08",
                "06 56|09 59", "03 6b|0a 1b 2a 19 0a|45 56 65 54 45", "02 62", "0a 1b 2a 19 0a");
        return Map.copyOf(glyphs);
    }

    private static void put(Map<Character, String> glyphs, String letters, String... shapes) {
        for (int k = 0; k < shapes.length; k++) {
            glyphs.put(letters.charAt(k), shapes[k]);
        }
    }
}

package org.insardask.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Draws a map with its title and legend.
 *
 * <p>The map starts at {@link #mapLeft()}, {@link #mapTop()} of the picture. Stateless apart from its texts, safe for use
 * by several threads.
 */
public final class MapPicture {
    /** Colour of cells without a value. */
    public static final int NO_DATA_COLOUR = 0xFF33363B;

    private static final int MARGIN = 28;
    private static final int TITLE_HEIGHT = 15;
    private static final int TEXT_HEIGHT = 10;
    private static final int BAR_WIDTH = 22;
    private static final int LEGEND_WIDTH = 110;
    private static final int MOST_TICKS = 9;
    private static final int LONGEST_BAR = 420;
    private static final Color PAPER = new Color(0xFBFBF9);
    private static final Color INK = new Color(0x26282C);
    private static final Color FAINT_INK = new Color(0x6B6F76);

    private static final StrokeFont TITLE_FONT = new StrokeFont(TITLE_HEIGHT);
    private static final StrokeFont FONT = new StrokeFont(TEXT_HEIGHT);

    private final String title;
    private final String unit;
    private final String caption;

    /**
     * Texts of a picture.
     *
     * @param title   above the map
     * @param unit    above the legend; may be empty
     * @param caption below the map
     */
    public MapPicture(String title, String unit, String caption) {
        this.title = title;
        this.unit = unit;
        this.caption = caption;
    }

    /** Column of the picture at which the map starts. */
    public static int mapLeft() {
        return MARGIN;
    }

    /** Row of the picture at which the map starts. */
    public static int mapTop() {
        return 2 * MARGIN + TITLE_HEIGHT;
    }

    /** Draws the picture, opaque RGB. */
    public BufferedImage draw(CellGrid cells, ColourScale scale) {
        int mapWidth = cells.columns() * cells.cellWidth();
        int mapHeight = cells.rows() * cells.cellHeight();
        double texts = Math.max(TITLE_FONT.width(title), FONT.width(caption));
        int width = (int) Math.ceil(Math.max(mapWidth + LEGEND_WIDTH + 3 * MARGIN, texts + 2 * MARGIN));
        int height = mapTop() + Math.max(mapHeight, 8 * MARGIN) + 2 * MARGIN + TEXT_HEIGHT;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, width, height);
        drawTexts(graphics, mapTop() + Math.max(mapHeight, 8 * MARGIN) + MARGIN + TEXT_HEIGHT / 2);
        drawLegend(graphics, scale, 2 * MARGIN + mapWidth, Math.min(Math.max(mapHeight - 4 * MARGIN, 3 * MARGIN), LONGEST_BAR));
        graphics.dispose();
        drawCells(image, cells, scale);
        return image;
    }

    private void drawTexts(Graphics2D graphics, int captionLine) {
        graphics.setColor(INK);
        TITLE_FONT.draw(graphics, title, MARGIN, MARGIN + TITLE_HEIGHT);
        graphics.setColor(FAINT_INK);
        FONT.draw(graphics, caption, MARGIN, captionLine);
    }

    private static void drawCells(BufferedImage image, CellGrid cells, ColourScale scale) {
        int width = cells.columns() * cells.cellWidth();
        int[] line = new int[width];
        for (int row = 0; row < cells.rows(); row++) {
            for (int x = 0; x < width; x++) {
                double value = cells.value(x / cells.cellWidth(), row);
                line[x] = Double.isNaN(value) ? NO_DATA_COLOUR : scale.colour(value);
            }
            for (int k = 0; k < cells.cellHeight(); k++) {
                image.setRGB(mapLeft(), mapTop() + row * cells.cellHeight() + k, width, 1, line, 0, width);
            }
        }
    }

    private void drawLegend(Graphics2D graphics, ColourScale scale, int left, int length) {
        int top = mapTop() + MARGIN;
        graphics.setColor(INK);
        FONT.draw(graphics, unit, left, top - 0.5 * MARGIN);
        for (int k = 0; k < length; k++) {
            double fraction = 1 - (k + 0.5) / length;
            graphics.setColor(new Color(scale.palette().colour(fraction)));
            graphics.fillRect(left, top + k, BAR_WIDTH, 1);
        }
        drawTicks(graphics, scale, left + BAR_WIDTH, top, length);
        int noData = top + length + MARGIN;
        graphics.setColor(new Color(NO_DATA_COLOUR));
        graphics.fillRect(left, noData, BAR_WIDTH, BAR_WIDTH - 8);
        graphics.setColor(INK);
        FONT.draw(graphics, "no value", left + BAR_WIDTH + 12, noData + BAR_WIDTH - 10);
    }

    private static void drawTicks(Graphics2D graphics, ColourScale scale, int left, int top, int length) {
        graphics.setColor(INK);
        String format = "%." + scale.decimals(MOST_TICKS) + "f";
        for (double tick : scale.ticks(MOST_TICKS)) {
            double y = top + length * (scale.maximum() - tick) / (scale.maximum() - scale.minimum());
            graphics.fillRect(left, (int) Math.round(y - 0.5), 6, 1);
            FONT.draw(graphics, String.format(Locale.ROOT, format, tick + 0.0), left + 12, y + 0.5 * TEXT_HEIGHT);
        }
    }
}

package org.insardask.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** Draws the legend of a colour scale alone, to be laid over a map. Stateless. */
public final class LegendPicture {

    private static final int WIDTH = 150;
    private static final int LENGTH = 220;
    private static final int MARGIN = 14;
    private static final int BAR = 20;
    private static final int TEXT_HEIGHT = 9;
    private static final int MOST_TICKS = 7;
    private static final Color PAPER = new Color(0xFBFBF9);
    private static final Color INK = new Color(0x26282C);

    private LegendPicture() {
    }

    /** Draws the legend, opaque RGB. */
    public static BufferedImage draw(ColourScale scale, String title, String unit) {
        StrokeFont font = new StrokeFont(TEXT_HEIGHT);
        int top = MARGIN + 2 * (TEXT_HEIGHT + MARGIN);
        int width = (int) Math.ceil(Math.max(WIDTH, font.width(title) + 2 * MARGIN));
        BufferedImage image = new BufferedImage(width, top + LENGTH + MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(INK);
        font.draw(graphics, title, MARGIN, MARGIN + TEXT_HEIGHT);
        font.draw(graphics, unit, MARGIN, 2 * (MARGIN + TEXT_HEIGHT));
        for (int k = 0; k < LENGTH; k++) {
            graphics.setColor(new Color(scale.palette().colour(1 - (k + 0.5) / LENGTH)));
            graphics.fillRect(MARGIN, top + k, BAR, 1);
        }
        drawTicks(graphics, font, scale, top);
        graphics.dispose();
        return image;
    }

    private static void drawTicks(Graphics2D graphics, StrokeFont font, ColourScale scale, int top) {
        graphics.setColor(INK);
        String format = "%." + scale.decimals(MOST_TICKS) + "f";
        for (double tick : scale.ticks(MOST_TICKS)) {
            double y = top + LENGTH * (scale.maximum() - tick) / (scale.maximum() - scale.minimum());
            graphics.fillRect(MARGIN + BAR, (int) Math.round(y - 0.5), 6, 1);
            font.draw(graphics, String.format(Locale.ROOT, format, tick + 0.0), MARGIN + BAR + 12, y + 0.5 * TEXT_HEIGHT);
        }
    }
}

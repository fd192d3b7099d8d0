package org.insardask.ui.colour;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RenderingHints;
import java.util.Locale;
import javax.swing.JComponent;
import org.esa.snap.core.datamodel.ColorPaletteDef;
import org.esa.snap.core.datamodel.ColorPaletteDef.Point;
import org.esa.snap.core.datamodel.ImageInfo;
import org.esa.snap.core.datamodel.RasterDataNode;

/** Legend of a raster: its colours, with both ends, the middle, name and unit. For the event dispatch thread. */
public final class ColourBar extends JComponent {

    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 330;
    private static final int HEIGHT = 30;
    private static final int BAR_HEIGHT = 11;
    private static final int BAR_WIDTH = 190;

    private transient RasterDataNode raster;

    /** Makes an empty legend. */
    public ColourBar() {
        setName("colourBar");
        setPreferredSize(new Dimension(WIDTH, HEIGHT));
    }

    /** Shows the colours of a raster as they are now; nothing where it is null. */
    public void setRaster(RasterDataNode raster) {
        this.raster = raster;
        repaint();
    }

    /** Returns the palette of the raster; null where there is none. */
    ColorPaletteDef palette() {
        ImageInfo info = raster == null ? null : raster.getImageInfo();
        return info == null ? null : info.getColorPaletteDef();
    }

    /** Returns the name of the raster and its unit. */
    String title() {
        String unit = raster.getUnit();
        return raster.getName() + (unit == null || unit.isBlank() ? "" : " (" + unit + ")");
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        ColorPaletteDef palette = palette();
        if (palette == null || palette.getNumPoints() < 2 || !(palette.getMaxDisplaySample() > palette.getMinDisplaySample())) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int left = getWidth() - BAR_WIDTH - 12;
        g.setPaint(gradient(palette, left));
        g.fillRect(left, 2, BAR_WIDTH, BAR_HEIGHT);
        g.setColor(Color.GRAY);
        g.drawRect(left, 2, BAR_WIDTH, BAR_HEIGHT);
        g.setColor(getForeground());
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(title(), left - 10 - metrics.stringWidth(title()), 2 + metrics.getAscent());
        double low = palette.getMinDisplaySample();
        double high = palette.getMaxDisplaySample();
        for (double fraction : new double[] {0.0, 0.5, 1.0}) {
            String text = number(low + fraction * (high - low), high - low);
            int centre = left + (int) Math.round(fraction * BAR_WIDTH);
            int x = Math.min(centre - metrics.stringWidth(text) / 2, getWidth() - metrics.stringWidth(text));
            g.drawString(text, x, 2 + BAR_HEIGHT + metrics.getAscent());
        }
        g.dispose();
    }

    private static LinearGradientPaint gradient(ColorPaletteDef palette, int left) {
        double low = palette.getMinDisplaySample();
        double range = palette.getMaxDisplaySample() - low;
        Point[] points = palette.getPoints();
        float[] fractions = new float[points.length];
        for (int i = 0; i < points.length; i++) {
            float fraction = (float) ((points[i].getSample() - low) / range);
            fractions[i] = i == 0 ? 0f : Math.max(fraction, Math.nextUp(fractions[i - 1]));
        }
        fractions[points.length - 1] = Math.min(1f, fractions[points.length - 1]);
        return new LinearGradientPaint(left, 0f, left + (float) BAR_WIDTH, 0f, fractions, palette.getColors());
    }

    private static String number(double value, double range) {
        int decimals = range >= 10.0 ? 0 : range >= 1.0 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0);
    }
}

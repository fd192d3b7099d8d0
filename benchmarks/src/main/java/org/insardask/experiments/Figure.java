package org.insardask.experiments;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insardask.map.PngFile;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Charts side by side with one legend below, as a picture. Needs font files on the machine, but no display. Stateless. */
final class Figure {

    static final Color BLUE = new Color(0x2a5d8f);
    static final Color ORANGE = new Color(0xc46a1b);
    static final Color GREEN = new Color(0x4c8a57);
    static final Color GREY = new Color(0x808080);
    static final Color RED = new Color(0xa33a3a);
    static final Color VIOLET = new Color(0x6b4c9a);

    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xe2e2e2);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    private static final int CHART_WIDTH = 560;
    private static final int CHART_HEIGHT = 370;
    private static final int LEGEND_LINE = 30;
    private static final int MARGIN = 12;
    private static final double RADIUS = 4.0;
    /** Axes up to this length have a tick each tenth, short ones each twentieth. */
    private static final double UNIT = 1.2;
    private static final double HALF = 0.45;
    private static final Shape POINT = new Ellipse2D.Double(-RADIUS, -RADIUS, 2.0 * RADIUS, 2.0 * RADIUS);

    private Figure() {
    }

    /**
     * Draws the charts row by row and writes the picture.
     *
     * @param panels the charts
     * @param columns charts in a row
     * @throws IOException if the file cannot be written
     */
    static void write(List<Panel> panels, int columns, Path file) throws IOException {
        PngFile.write(draw(panels, columns), file);
    }

    /** Draws the charts row by row. */
    static BufferedImage draw(List<Panel> panels, int columns) {
        int rows = (panels.size() + columns - 1) / columns;
        Map<String, Curve> names = new LinkedHashMap<>();
        panels.forEach(panel -> panel.curves().forEach(curve -> names.putIfAbsent(curve.name(), curve)));
        int width = columns * CHART_WIDTH + 2 * MARGIN;
        int legendRows = legend(null, List.copyOf(names.values()), width, 0);
        int top = rows * CHART_HEIGHT + MARGIN;
        BufferedImage image = new BufferedImage(width, top + legendRows * LEGEND_LINE + MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            for (int i = 0; i < panels.size(); i++) {
                int left = MARGIN + i % columns * CHART_WIDTH;
                int upper = MARGIN + i / columns * CHART_HEIGHT;
                chart(panels.get(i)).draw(graphics, new Rectangle(left, upper, CHART_WIDTH, CHART_HEIGHT));
            }
            legend(graphics, List.copyOf(names.values()), width, top);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static JFreeChart chart(Panel panel) {
        NumberAxis x = axis(panel.xLabel(), panel.xLow(), panel.xHigh());
        NumberAxis y = axis(panel.yLabel(), panel.yLow(), panel.yHigh());
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setErrorStroke(new BasicStroke(1.4f));
        renderer.setCapLength(5.0);
        for (int i = 0; i < panel.curves().size(); i++) {
            Curve curve = panel.curves().get(i);
            data.addSeries(series(curve, i));
            renderer.setSeriesPaint(i, curve.colour());
            renderer.setSeriesShape(i, POINT);
            renderer.setSeriesStroke(i, stroke(curve.style()));
            renderer.setSeriesLinesVisible(i, curve.style() != Curve.Style.POINTS);
            renderer.setSeriesShapesVisible(i, curve.style().hasPoints());
        }
        XYPlot plot = new XYPlot(data, x, y, renderer);
        plot.setBackgroundPaint(PAPER);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1.0f));
        plot.setRangeGridlineStroke(new BasicStroke(1.0f));
        plot.setOutlinePaint(GREY);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(panel.title(), TITLE, plot, false);
        chart.getTitle().setPaint(INK);
        chart.setBackgroundPaint(PAPER);
        chart.setPadding(new RectangleInsets(4.0, 4.0, 8.0, 14.0));
        return chart;
    }

    private static NumberAxis axis(String label, double low, double high) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(new Range(low, high));
        if (high - low < UNIT) {
            axis.setTickUnit(high - low < HALF ? new NumberTickUnit(0.05, number("0.00")) : new NumberTickUnit(0.1, number("0.0")));
        }
        axis.setLabelFont(SMALL);
        axis.setTickLabelFont(SMALL);
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        return axis;
    }

    private static NumberFormat number(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static XYIntervalSeries series(Curve curve, int key) {
        XYIntervalSeries series = new XYIntervalSeries(key, false, true);
        for (Curve.Point point : curve.points()) {
            if (Double.isFinite(point.y())) {
                series.add(point.x(), point.x(), point.x(), point.y(), point.low(), point.high());
            }
        }
        return series;
    }

    private static BasicStroke stroke(Curve.Style style) {
        float[] dashes = switch (style) {
            case DASHED -> new float[] {9.0f, 5.0f};
            case DOTTED -> new float[] {2.0f, 4.0f};
            default -> null;
        };
        float width = style == Curve.Style.JOINED ? 1.2f : 2.0f;
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10.0f, dashes, 0.0f);
    }

    /** Draws the legend, or only lays it out where there are no graphics, and returns its number of lines. */
    private static int legend(Graphics2D graphics, List<Curve> curves, int width, int top) {
        Graphics2D measure = graphics == null ? new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics() : graphics;
        measure.setFont(SMALL);
        int sample = 44;
        int gap = 28;
        int left = 5 * MARGIN;
        int line = 0;
        for (Curve curve : curves) {
            int needed = sample + 8 + measure.getFontMetrics().stringWidth(curve.name());
            if (left > 5 * MARGIN && left + needed > width - MARGIN) {
                left = 5 * MARGIN;
                line++;
            }
            if (graphics != null) {
                double middle = top + (line + 0.5) * LEGEND_LINE;
                sample(graphics, curve, left, middle, sample);
                graphics.setColor(INK);
                graphics.drawString(curve.name(), (float) (left + sample + 8), (float) (middle + 6.0));
            }
            left += needed + gap;
        }
        if (graphics == null) {
            measure.dispose();
        }
        return line + 1;
    }

    private static void sample(Graphics2D graphics, Curve curve, double left, double middle, double length) {
        graphics.setColor(curve.colour());
        if (curve.style() != Curve.Style.POINTS) {
            graphics.setStroke(stroke(curve.style()));
            graphics.draw(new Line2D.Double(left, middle, left + length, middle));
        }
        if (curve.style().hasPoints()) {
            double centre = left + 0.5 * length;
            graphics.fill(new Ellipse2D.Double(centre - RADIUS, middle - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS));
            graphics.setStroke(new BasicStroke(1.4f));
            graphics.draw(new Line2D.Double(centre, middle - 10.0, centre, middle + 10.0));
        }
    }
}

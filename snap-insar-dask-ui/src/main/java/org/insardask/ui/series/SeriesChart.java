package org.insardask.ui.series;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * The chart of the series: points of the observed displacement, curve and 2-sigma band of the model, faint points at whole ambiguities, a
 * line at the mother. For one thread.
 */
final class SeriesChart {

    private static final double DAY = 86_400_000.0;
    private static final int OBSERVED = 0;
    private static final int AMBIGUOUS = 1;
    private static final int MODEL = 2;
    private static final Shape POINT = new Ellipse2D.Double(-3.0, -3.0, 6.0, 6.0);
    private static final Shape FAINT_POINT = new Ellipse2D.Double(-2.0, -2.0, 4.0, 4.0);
    private static final Stroke CURVE = new BasicStroke(1.6f);
    private static final Stroke DASHED = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0f, new float[] {5f, 4f}, 0f);
    private static final Color GRID = new Color(0xDDDDDD);
    private static final Color INK = new Color(0x444444);
    private static final int FAINT = 70;
    private static final float BAND = 0.15f;
    private static final double LEAST_RANGE = 10.0;

    private final XYPlot plot;
    private final JFreeChart chart;
    private final TextTitle title = new TextTitle("");
    private final ValueMarker mother = new ValueMarker(0.0);
    private List<SeriesTrack> shown = List.of();

    SeriesChart() {
        DateAxis days = new DateAxis(null, TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
        days.setLowerMargin(0.02);
        days.setUpperMargin(0.02);
        NumberAxis millimetres = new NumberAxis("mm");
        millimetres.setAutoRangeIncludesZero(true);
        millimetres.setAutoRangeMinimumSize(LEAST_RANGE);
        plot = new XYPlot(null, days, millimetres, new XYLineAndShapeRenderer(false, true));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(new Color(0xAAAAAA));
        plot.setOutlinePaint(new Color(0xAAAAAA));
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        plot.setInsets(new RectangleInsets(4, 8, 4, 28));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
        plot.setNoDataMessagePaint(INK);
        mother.setStroke(DASHED);
        mother.setPaint(new Color(0x888888));
        mother.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        mother.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        mother.setLabelPaint(INK);
        mother.setLabelBackgroundColor(new Color(255, 255, 255, 0));
        chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, true);
        title.setFont(millimetres.getTickLabelFont().deriveFont(Font.PLAIN, 11f));
        title.setPaint(INK);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(2.0, 8.0, 0.0, 0.0);
        chart.addSubtitle(title);
        chart.setBackgroundPaint(Color.WHITE);
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.getLegend().setBackgroundPaint(Color.WHITE);
        millimetres.setLabelFont(millimetres.getTickLabelFont().deriveFont(Font.PLAIN, 12f));
        plot.setFixedLegendItems(new LegendItemCollection());
    }

    JFreeChart chart() {
        return chart;
    }

    /** Returns what is drawn. */
    List<SeriesTrack> shown() {
        return shown;
    }

    /** Says something where there is nothing to draw. */
    void clear(String message) {
        shown = List.of();
        plot.clearDomainMarkers();
        plot.setNoDataMessage(message);
        title.setText("");
        setAxesVisible(false);
        plot.setFixedLegendItems(new LegendItemCollection());
        for (int dataset = OBSERVED; dataset <= MODEL; dataset++) {
            plot.setDataset(dataset, null);
        }
    }

    /**
     * Draws series.
     *
     * @param motherDay day of the mother
     * @param relativeTo what the series are relative to, in words
     * @param band whether to draw the 2-sigma band
     * @param ambiguities whether to draw the points at whole ambiguities
     */
    void show(List<SeriesTrack> tracks, LocalDate motherDay, String relativeTo, boolean band, boolean ambiguities) {
        shown = List.copyOf(tracks);
        chart.setNotify(false);
        plot.setNoDataMessage("This pixel has no series");
        mother.setValue(motherDay.toEpochDay() * DAY);
        mother.setLabel(" mother " + motherDay);
        plot.clearDomainMarkers();
        plot.addDomainMarker(mother);
        boolean removed = !tracks.isEmpty() && tracks.stream().allMatch(track -> track.curves().heightRemoved());
        title.setText("Displacement towards the satellite, relative to " + relativeTo
                + (removed ? ", without the apparent displacement of the height" : ""));
        setAxesVisible(true);
        showObserved(tracks);
        showAmbiguities(tracks, ambiguities);
        showModel(tracks, band);
        LegendItemCollection legend = new LegendItemCollection();
        tracks.forEach(track -> legend.add(legendItem(track)));
        plot.setFixedLegendItems(legend);
        chart.setNotify(true);
    }

    private void setAxesVisible(boolean visible) {
        plot.getDomainAxis().setVisible(visible);
        plot.getRangeAxis().setVisible(visible);
        plot.setRangeZeroBaselineVisible(visible);
    }

    private static LegendItem legendItem(SeriesTrack track) {
        LegendItem item = new LegendItem(track.label(), null, null, null, true, POINT, true, track.colour(), false, track.colour(), CURVE,
                true, new Line2D.Double(-9.0, 0.0, 9.0, 0.0), CURVE, track.colour());
        item.setLabelPaint(INK);
        return item;
    }

    private void showObserved(List<SeriesTrack> tracks) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < tracks.size(); i++) {
            data.addSeries(points(i, tracks.get(i).curves().dates(), List.of(tracks.get(i).curves().observed())));
            renderer.setSeriesShape(i, POINT);
            renderer.setSeriesPaint(i, tracks.get(i).colour());
        }
        plot.setRenderer(OBSERVED, renderer);
        plot.setDataset(OBSERVED, data);
    }

    private void showAmbiguities(List<SeriesTrack> tracks, boolean visible) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; visible && i < tracks.size(); i++) {
            Color colour = tracks.get(i).colour();
            data.addSeries(points(i, tracks.get(i).curves().dates(), tracks.get(i).curves().ambiguities()));
            renderer.setSeriesShape(i, FAINT_POINT);
            renderer.setSeriesPaint(i, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT));
        }
        plot.setRenderer(AMBIGUOUS, renderer);
        plot.setDataset(AMBIGUOUS, data);
    }

    private static XYSeries points(int key, List<LocalDate> days, List<double[]> values) {
        XYSeries points = new XYSeries(key, false, true);
        for (double[] of : values) {
            for (int e = 0; e < of.length; e++) {
                if (!Double.isNaN(of[e])) {
                    points.add(days.get(e).toEpochDay() * DAY, of[e]);
                }
            }
        }
        return points;
    }

    private void showModel(List<SeriesTrack> tracks, boolean band) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(BAND);
        for (int i = 0; i < tracks.size(); i++) {
            data.addSeries(curve(i, tracks.get(i).curves(), band));
            renderer.setSeriesPaint(i, tracks.get(i).colour());
            renderer.setSeriesFillPaint(i, tracks.get(i).colour());
            renderer.setSeriesStroke(i, CURVE);
        }
        plot.setRenderer(MODEL, renderer);
        plot.setDataset(MODEL, data);
    }

    private static YIntervalSeries curve(int key, SeriesCurves curves, boolean band) {
        YIntervalSeries series = new YIntervalSeries(key, false, true);
        for (int i = 0; i < curves.line().length; i++) {
            double value = curves.line()[i];
            double width = band && i < curves.lineHalfWidth().length ? curves.lineHalfWidth()[i] : 0.0;
            if (!Double.isNaN(value)) {
                double half = Double.isNaN(width) ? 0.0 : width;
                series.add(curves.lineDays().get(i).toEpochDay() * DAY, value, value - half, value + half);
            }
        }
        return series;
    }
}

package org.insardask.ui.series;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.insardask.map.PngFile;
import org.insardask.ui.colour.ColourBar;
import org.jfree.chart.ChartPanel;

/**
 * Chart, table and switches of the PS time series. Knows products and pixels, and nothing of SNAP Desktop. For the event dispatch thread,
 * which never waits for samples.
 */
final class TimeSeriesPanel extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final String NO_PRODUCT = "Open an image of an unwrapped product (of Arc-Unwrapping) and move the cursor over it";
    private static final String NO_PIXEL = "Move the cursor over the image, click into it, or set pins";
    private static final String REFERENCE = "reference of the product";
    private static final int PNG_WIDTH = 1200;
    private static final int PNG_HEIGHT = 640;
    private static final int TABLE_WIDTH = 400;

    private final transient TrackSet tracks = new TrackSet(SwingUtilities::invokeLater, this::update, this::report);
    private final transient SeriesChart chart = new SeriesChart();
    private final transient BiFunction<String, String, Path> fileChooser;
    private final TrackTable table = new TrackTable();
    private final ColourBar colourBar = new ColourBar();
    private final JComboBox<String> relativeTo = new JComboBox<>();
    private final transient List<String> originKeys = new ArrayList<>();
    private final JCheckBox follow = checkBox("follow", "Follow cursor", "Show the pixel under the cursor");
    private final JCheckBox withoutHeight = checkBox("withoutHeight", "Without height",
            "Take the apparent displacement of the estimated height off the series");
    private final JCheckBox band = checkBox("band", "2-sigma band", "Where about 95 % of the points should be: noise and model together");
    private final JCheckBox ambiguities = checkBox("ambiguities", "Ambiguities", "The same phases, half a wavelength up and down");
    private final JButton clear = button("clear", "Clear", "Forget the clicked pixel");
    private final JButton csv = button("csv", "CSV...", "Write the shown series into a text file");
    private final JButton png = button("png", "PNG...", "Write the chart into a picture");
    private final JLabel message = new JLabel(" ");
    private boolean updating;

    /**
     * Makes a panel without a product.
     *
     * @param fileChooser asks for a file: gets the ending (csv, png) and a proposed name, returns null where none was chosen
     */
    TimeSeriesPanel(BiFunction<String, String, Path> fileChooser) {
        super(new BorderLayout(0, 2));
        this.fileChooser = fileChooser;
        add(switches(), BorderLayout.NORTH);
        add(chartPanel(), BorderLayout.CENTER);
        add(values(), BorderLayout.EAST);
        message.setName("seriesMessage");
        message.setBorder(BorderFactory.createEmptyBorder(0, 6, 2, 6));
        add(message, BorderLayout.SOUTH);
        follow.addActionListener(e -> setFollowing());
        withoutHeight.addActionListener(e -> tracks.setRemoveHeight(withoutHeight.isSelected()));
        band.addActionListener(e -> update());
        ambiguities.addActionListener(e -> update());
        relativeTo.addActionListener(e -> chooseOrigin());
        clear.addActionListener(e -> tracks.hide(TrackSet.CLICK));
        csv.addActionListener(e -> export("csv"));
        png.addActionListener(e -> export("png"));
        update();
    }

    private static JCheckBox checkBox(String name, String text, String tip) {
        JCheckBox box = new JCheckBox(text, true);
        box.setName(name);
        box.setToolTipText(tip);
        return box;
    }

    private static JButton button(String name, String text, String tip) {
        JButton button = new JButton(text);
        button.setName(name);
        button.setToolTipText(tip);
        return button;
    }

    private JComponent switches() {
        JPanel switches = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 2));
        relativeTo.setName("relativeTo");
        relativeTo.setToolTipText("The pixel from which displacements are counted");
        relativeTo.setPrototypeDisplayValue(REFERENCE + "    ");
        JLabel label = new JLabel("Relative to:");
        label.setLabelFor(relativeTo);
        for (JComponent part : List.of(follow, label, relativeTo, withoutHeight, band, ambiguities, clear, csv, png)) {
            switches.add(part);
        }
        return switches;
    }

    private JComponent chartPanel() {
        ChartPanel panel = new ChartPanel(chart.chart(), true);
        panel.setName("seriesChart");
        panel.setMinimumDrawWidth(0);
        panel.setMinimumDrawHeight(0);
        panel.setMaximumDrawWidth(Integer.MAX_VALUE);
        panel.setMaximumDrawHeight(Integer.MAX_VALUE);
        panel.setMouseWheelEnabled(true);
        panel.setPreferredSize(new Dimension(800, 300));
        panel.setMinimumSize(new Dimension(100, 50));
        panel.setBorder(BorderFactory.createLineBorder(new Color(0xBBBBBB)));
        return panel;
    }

    private JComponent values() {
        JPanel values = new JPanel(new BorderLayout(0, 4));
        values.add(new JScrollPane(table), BorderLayout.CENTER);
        values.add(colourBar, BorderLayout.SOUTH);
        values.setPreferredSize(new Dimension(TABLE_WIDTH, 200));
        return values;
    }

    /** Shows a product and the colours of a raster of it; nothing where it is null or not unwrapped. */
    void setProduct(Product product, RasterDataNode raster) {
        colourBar.setRaster(raster);
        if (Objects.equals(tracks.product().map(SeriesProduct::product).orElse(null), product)) {
            return;
        }
        message.setText(" ");
        SeriesProduct series = null;
        if (product != null && SeriesProduct.isUnwrapped(product)) {
            try {
                series = SeriesProduct.of(product);
            } catch (IllegalArgumentException e) {
                report(e.getMessage());
            }
        }
        tracks.setProduct(series);
    }

    /** Shows a product no longer, if it is the one that is shown. */
    void forget(Product product) {
        if (tracks.product().map(SeriesProduct::product).orElse(null) == product) {
            setProduct(null, null);
        }
    }

    /** Shows the pixel under the cursor, where that is wanted. */
    void moveCursor(int x, int y) {
        if (follow.isSelected()) {
            tracks.show(TrackSet.CURSOR, TrackSet.CURSOR, x, y);
        }
    }

    /** Shows a pixel until another one is clicked. */
    void click(int x, int y) {
        tracks.show(TrackSet.CLICK, "clicked", x, y);
    }

    /**
     * A pixel that the user marked.
     *
     * @param key unique name
     * @param name what the legend calls it
     * @param x column
     * @param y row
     */
    record Pin(String key, String name, int x, int y) {
    }

    /** Shows these pins and no others. */
    void setPins(List<Pin> pins) {
        List<String> keys = pins.stream().map(Pin::key).toList();
        for (String key : tracks.keys()) {
            if (!key.equals(TrackSet.CURSOR) && !key.equals(TrackSet.CLICK) && !keys.contains(key)) {
                tracks.hide(key);
            }
        }
        pins.forEach(pin -> tracks.show(pin.key(), pin.name(), pin.x(), pin.y()));
        updateOrigins();
    }

    /** Returns what is drawn. */
    List<SeriesTrack> shown() {
        return chart.shown();
    }

    private void setFollowing() {
        if (!follow.isSelected()) {
            tracks.hide(TrackSet.CURSOR);
        }
    }

    private void chooseOrigin() {
        if (!updating && relativeTo.getSelectedIndex() >= 0) {
            tracks.setOrigin(originKeys.get(relativeTo.getSelectedIndex()));
        }
    }

    private void update() {
        updateOrigins();
        List<SeriesTrack> shown = tracks.tracks();
        boolean some = !shown.isEmpty();
        if (some) {
            SeriesProduct product = tracks.product().orElseThrow();
            chart.show(shown, product.metadata().mother(), tracks.originText(), band.isSelected(), ambiguities.isSelected());
            table.show(product, tracks.model(), shown);
        } else {
            chart.clear(tracks.product().isPresent() ? NO_PIXEL : NO_PRODUCT);
            table.show(null, null, List.of());
        }
        csv.setEnabled(some);
        png.setEnabled(some);
        clear.setEnabled(tracks.keys().contains(TrackSet.CLICK));
        tracks.product().ifPresent(this::explain);
    }

    /** Says what an older product lacks. */
    private void explain(SeriesProduct product) {
        boolean heights = tracks.model().knowsHeight() || product.has(SeriesKind.HEIGHT) || product.has(SeriesKind.ESTIMATED);
        withoutHeight.setEnabled(heights);
        if (!tracks.model().knowsTemperature()) {
            message.setText("The metadata have no temperatures, so that the model cannot be drawn: unwrap again with this version");
        } else if (!heights) {
            message.setText("The metadata have no height-to-phase factors, so that heights stay in the series");
        }
    }

    private void updateOrigins() {
        List<String> keys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        keys.add(null);
        names.add(REFERENCE);
        for (String key : tracks.keys()) {
            if (!key.equals(TrackSet.CURSOR)) {
                keys.add(key);
                names.add(tracks.name(key));
            }
        }
        int selected = Math.max(0, keys.indexOf(tracks.origin().orElse(null)));
        boolean same = keys.equals(originKeys) && names.size() == relativeTo.getItemCount();
        for (int i = 0; same && i < names.size(); i++) {
            same = names.get(i).equals(relativeTo.getItemAt(i));
        }
        updating = true;
        if (!same) {
            originKeys.clear();
            originKeys.addAll(keys);
            relativeTo.removeAllItems();
            names.forEach(relativeTo::addItem);
        }
        if (relativeTo.getSelectedIndex() != selected) {
            relativeTo.setSelectedIndex(selected);
        }
        updating = false;
    }

    private void export(String ending) {
        SeriesProduct product = tracks.product().orElseThrow();
        Path file = fileChooser.apply(ending, product.product().getName() + "_series." + ending);
        if (file == null) {
            return;
        }
        try {
            if (ending.equals("csv")) {
                SeriesCsv.write(file, product, tracks.model(), chart.shown(), tracks.originText());
            } else {
                PngFile.write(chart.chart().createBufferedImage(PNG_WIDTH, PNG_HEIGHT), file);
            }
            report("Written: " + file);
        } catch (IOException e) {
            report("Cannot write " + file + ": " + e.getMessage());
        }
    }

    private void report(String text) {
        message.setText(text);
        message.setToolTipText(text);
    }
}

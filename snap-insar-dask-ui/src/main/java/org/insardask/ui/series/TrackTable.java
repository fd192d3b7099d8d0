package org.insardask.ui.series;

import java.awt.Color;
import java.awt.Component;
import java.util.List;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/** What was estimated of the shown pixels: a line for each quantity, a column for each pixel. For the event dispatch thread. */
final class TrackTable extends JTable {

    private static final long serialVersionUID = 1L;
    private static final int TITLE_WIDTH = 128;
    private static final int WIDTH = 122;

    private final transient Values values = new Values();

    /** Titles of the lines, and by column the texts. */
    private static final class Values extends AbstractTableModel {

        private static final long serialVersionUID = 1L;

        private transient List<String> titles = List.of();
        private transient List<String> pixels = List.of();
        private transient List<List<String>> texts = List.of();
        private transient List<Color> colours = List.of();

        @Override
        public int getRowCount() {
            return titles.size();
        }

        @Override
        public int getColumnCount() {
            return 1 + pixels.size();
        }

        @Override
        public String getColumnName(int column) {
            return column == 0 ? "" : pixels.get(column - 1);
        }

        @Override
        public Object getValueAt(int row, int column) {
            return column == 0 ? titles.get(row) : texts.get(column - 1).get(row);
        }
    }

    /** Draws the names of pixels in the colours of their series. */
    private final class HeaderRenderer extends DefaultTableCellRenderer {

        private static final long serialVersionUID = 1L;

        private final transient TableCellRenderer usual = getTableHeader().getDefaultRenderer();

        @Override
        public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focus, int row, int column) {
            Component label = usual.getTableCellRendererComponent(table, value, false, false, row, column);
            boolean pixel = column > 0 && column <= values.colours.size();
            label.setForeground(pixel ? values.colours.get(column - 1) : getForeground());
            return label;
        }
    }

    TrackTable() {
        setModel(values);
        setName("seriesTable");
        setFillsViewportHeight(true);
        setAutoResizeMode(AUTO_RESIZE_OFF);
        getTableHeader().setReorderingAllowed(false);
        getTableHeader().setDefaultRenderer(new HeaderRenderer());
    }

    /** Shows some pixels; nothing where there are none. */
    void show(SeriesProduct product, SeriesModel model, List<SeriesTrack> tracks) {
        List<List<PixelSummary.Item>> items = tracks.stream()
                .map(track -> PixelSummary.items(product, model, track.samples(), track.curves(), track.relative())).toList();
        int columns = values.getColumnCount();
        values.titles = items.isEmpty() ? List.of() : items.get(0).stream().map(PixelSummary.Item::title).toList();
        values.texts = items.stream().map(list -> list.stream().map(PixelSummary.Item::text).toList()).toList();
        values.pixels = tracks.stream().map(SeriesTrack::label).toList();
        values.colours = tracks.stream().map(SeriesTrack::colour).toList();
        if (columns == values.getColumnCount()) {
            values.fireTableDataChanged();
        } else {
            values.fireTableStructureChanged();
        }
        setColumns();
    }

    /** Widths, and names, which a moving cursor changes. */
    private void setColumns() {
        DefaultTableCellRenderer right = new DefaultTableCellRenderer();
        right.setHorizontalAlignment(SwingConstants.RIGHT);
        for (int c = 0; c < getColumnCount(); c++) {
            TableColumn column = getColumnModel().getColumn(c);
            column.setHeaderValue(values.getColumnName(c));
            if (c > 0) {
                column.setCellRenderer(right);
            }
            int width = c == 0 ? TITLE_WIDTH : WIDTH;
            if (column.getPreferredWidth() < width) {
                column.setPreferredWidth(width);
            }
        }
        getTableHeader().repaint();
    }
}

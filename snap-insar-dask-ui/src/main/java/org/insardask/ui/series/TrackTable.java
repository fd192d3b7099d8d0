package org.insardask.ui.series;

import java.awt.Color;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;

/** What was estimated of the shown pixels, one line each. For the event dispatch thread. */
final class TrackTable extends JTable {

    private static final long serialVersionUID = 1L;
    private static final int NAME_WIDTH = 130;
    private static final int STATUS_WIDTH = 160;
    private static final int WIDTH = 105;

    private final transient Rows rows = new Rows();

    /** Titles, and by line a name and the values. */
    private static final class Rows extends AbstractTableModel {

        private static final long serialVersionUID = 1L;

        private transient List<String> titles = List.of("pixel");
        private transient List<List<String>> lines = List.of();
        private transient List<Color> colours = List.of();

        @Override
        public int getRowCount() {
            return lines.size();
        }

        @Override
        public int getColumnCount() {
            return titles.size();
        }

        @Override
        public String getColumnName(int column) {
            return titles.get(column);
        }

        @Override
        public Object getValueAt(int row, int column) {
            return lines.get(row).get(column);
        }
    }

    /** Draws names in the colour of their series. */
    private final class NameRenderer extends DefaultTableCellRenderer {

        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focus, int row, int column) {
            Component label = super.getTableCellRendererComponent(table, value, false, false, row, column);
            label.setForeground(rows.colours.get(row));
            return label;
        }
    }

    TrackTable() {
        setModel(rows);
        setName("seriesTable");
        setFillsViewportHeight(true);
        setAutoResizeMode(AUTO_RESIZE_OFF);
        getTableHeader().setReorderingAllowed(false);
    }

    /** Shows some pixels. */
    void show(SeriesProduct product, SeriesModel model, List<SeriesTrack> tracks) {
        List<String> titles = new ArrayList<>(List.of("pixel"));
        List<List<String>> lines = new ArrayList<>();
        for (SeriesTrack track : tracks) {
            List<PixelSummary.Item> items = PixelSummary.items(product, model, track.samples(), track.curves(), track.relative());
            List<String> line = new ArrayList<>(List.of(track.label()));
            items.forEach(item -> line.add(item.text()));
            lines.add(line);
            if (titles.size() == 1) {
                items.forEach(item -> titles.add(item.title()));
            }
        }
        boolean sameColumns = titles.equals(rows.titles) || tracks.isEmpty();
        rows.lines = lines;
        rows.colours = tracks.stream().map(SeriesTrack::colour).toList();
        if (sameColumns) {
            rows.fireTableDataChanged();
        } else {
            rows.titles = titles;
            rows.fireTableStructureChanged();
            setWidths();
        }
    }

    private void setWidths() {
        for (int c = 0; c < getColumnCount(); c++) {
            TableColumn column = getColumnModel().getColumn(c);
            boolean status = getColumnName(c).equals("status");
            column.setPreferredWidth(c == 0 ? NAME_WIDTH : status ? STATUS_WIDTH : WIDTH);
        }
        getColumnModel().getColumn(0).setCellRenderer(new NameRenderer());
    }
}

package org.insardask.ui.dialog;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.JTableHeader;

/** A parameter that is a list of names, as a table with a check box before each name and a note behind it. */
final class NamesField extends ParameterField {

    private final NameChoice choice;
    private final Model model;
    private final JTable table;
    private final JPanel panel = new JPanel(new BorderLayout());
    private List<String> names = List.of();

    /**
     * @param noteTitle the title of the column of notes
     * @param absentNote the note on names that are chosen and not offered
     */
    NamesField(ParameterInfo info, String nameTitle, String noteTitle, String absentNote) {
        super(info);
        choice = new NameChoice(absentNote);
        model = new Model(nameTitle, noteTitle);
        table = new JTable(model);
        table.setName(info.name());
        table.setRowSelectionAllowed(false);
        table.setFillsViewportHeight(true);
        table.setTableHeader(new JTableHeader(table.getColumnModel()));
        table.getTableHeader().setReorderingAllowed(false);
        table.getColumnModel().getColumn(0).setMaxWidth(32);
        table.getColumnModel().getColumn(2).setPreferredWidth(40);
        table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + 4);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setPreferredSize(new Dimension(320, table.getRowHeight() * 8));
        scroll.setMinimumSize(new Dimension(200, table.getRowHeight() * 5));
        panel.add(scroll);
    }

    /** Offers names with notes, in this order; what is chosen stays. */
    void offer(Map<String, String> namesAndNotes) {
        choice.offer(namesAndNotes);
        refresh();
    }

    private void refresh() {
        names = choice.names();
        model.fireTableDataChanged();
    }

    @Override
    JComponent component() {
        return panel;
    }

    @Override
    void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        table.setEnabled(enabled);
    }

    @Override
    String shown() {
        return choice.text();
    }

    @Override
    void show(String text) {
        choice.setText(text);
        refresh();
    }

    /** The rows: chosen or not, name, note. */
    private final class Model extends AbstractTableModel {

        private final List<String> titles;

        Model(String nameTitle, String noteTitle) {
            titles = List.of("", nameTitle, noteTitle);
        }

        @Override
        public int getRowCount() {
            return names.size();
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
        public Class<?> getColumnClass(int column) {
            return column == 0 ? Boolean.class : String.class;
        }

        @Override
        public boolean isCellEditable(int row, int column) {
            return column == 0 && table.isEnabled();
        }

        @Override
        public Object getValueAt(int row, int column) {
            String name = names.get(row);
            return switch (column) {
                case 0 -> choice.isChosen(name);
                case 1 -> name;
                default -> choice.note(name);
            };
        }

        @Override
        public void setValueAt(Object value, int row, int column) {
            choice.choose(names.get(row), Boolean.TRUE.equals(value));
            fireTableRowsUpdated(row, row);
            changed();
        }
    }
}

package org.insardask.ui.points;

import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import org.esa.snap.core.datamodel.Product;

/** Asks which points are to be shown over which image, and how. For the event dispatch thread. */
final class PointsOverImagePanel extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final String NO_COLOUR = "(none)";
    private static final int MOST = 1_000_000;
    private static final int STEP = 10_000;
    private static final List<String> USUAL_COLOURS = List.of("velocity", "pnt_linear", "height");

    private final JComboBox<Product> points;
    private final JComboBox<Product> image;
    private final JComboBox<String> colour = new JComboBox<>();
    private final JSpinner most = new JSpinner(new SpinnerNumberModel(PointLayer.USUAL_LIMIT, 1, MOST, STEP));
    private int row;

    /**
     * @param points products of points
     * @param images other products
     * @param selectedPoints the one to offer first, or null
     * @param selectedImage the one to offer first, or null
     */
    PointsOverImagePanel(List<Product> points, List<Product> images, Product selectedPoints, Product selectedImage) {
        super(new GridBagLayout());
        this.points = products("points", points, selectedPoints);
        this.image = products("image", images, selectedImage);
        colour.setName("colour");
        most.setName("most");
        most.setToolTipText("Of more points those of the best coherence are shown; SNAP Desktop becomes slow with very many");
        setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        addRow("Points:", this.points);
        addRow("Over the image of:", this.image);
        addRow("Colours by:", colour);
        addRow("At most:", most);
        this.points.addActionListener(e -> offerColours());
        offerColours();
    }

    private static JComboBox<Product> products(String name, List<Product> offered, Product selected) {
        JComboBox<Product> box = new JComboBox<>(offered.toArray(new Product[0]));
        box.setName(name);
        box.setRenderer(new Names());
        if (selected != null && offered.contains(selected)) {
            box.setSelectedItem(selected);
        }
        return box;
    }

    private void addRow(String label, JComponent component) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = row++;
        place.insets = new Insets(3, 3, 3, 3);
        place.anchor = GridBagConstraints.WEST;
        add(new JLabel(label), place);
        place.gridx = 1;
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        add(component, place);
    }

    /** The numbers that the chosen points have; a colour stays where they have it too. */
    private void offerColours() {
        DefaultComboBoxModel<String> names = new DefaultComboBoxModel<>();
        PointColumn.attributes(points()).stream().filter(column -> column.type() != String.class).map(PointColumn::name)
                .forEach(names::addElement);
        names.addElement(NO_COLOUR);
        Object before = colour.getSelectedItem();
        String usual = USUAL_COLOURS.stream().filter(name -> names.getIndexOf(name) >= 0).findFirst().orElse(NO_COLOUR);
        colour.setModel(names);
        boolean stays = before != null && !before.equals(NO_COLOUR) && names.getIndexOf(before) >= 0;
        colour.setSelectedItem(stays ? before : usual);
    }

    Product points() {
        return (Product) points.getSelectedItem();
    }

    Product image() {
        return (Product) image.getSelectedItem();
    }

    /** The band of the colours, or null for none. */
    String colourBand() {
        Object chosen = colour.getSelectedItem();
        return NO_COLOUR.equals(chosen) ? null : (String) chosen;
    }

    int most() {
        return (Integer) most.getValue();
    }

    /** Products by the names that SNAP shows. */
    private static final class Names extends DefaultListCellRenderer {

        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean selected, boolean focused) {
            String name = value instanceof Product product ? product.getDisplayName() : "";
            return super.getListCellRendererComponent(list, name, index, selected, focused);
        }
    }
}

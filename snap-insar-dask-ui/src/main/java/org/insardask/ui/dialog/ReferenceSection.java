package org.insardask.ui.dialog;

import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The section that says what a reference is: one kind of several, with its fields, or taken from the selected pins. */
final class ReferenceSection {

    private final Section section = new Section("Reference");
    private final JComboBox<ReferenceKind> kind;
    private final Map<ReferenceKind, Section> pages = new EnumMap<>(ReferenceKind.class);
    private final Pages stack = new Pages();
    private final NoteLabel note = new NoteLabel("", 2);
    private final JLabel pinNote = new JLabel(" ");
    private final Map<String, ParameterField> fields;
    private final VectorRows vector;
    private final ReferenceKind none;
    private boolean loading;

    /**
     * @param kinds the kinds that the operator knows; the first one stands for no reference
     * @param fields all fields of the panel by name, those of the reference among them
     * @param pins gives the pins that are selected now
     */
    ReferenceSection(List<ReferenceKind> kinds, Map<String, ParameterField> fields, VectorRows vector, Supplier<List<PinPlace>> pins) {
        this.fields = fields;
        this.vector = vector;
        none = kinds.get(0);
        kind = new JComboBox<>(kinds.toArray(new ReferenceKind[0]));
        kind.setName("referenceKind");
        kind.addActionListener(e -> chosen());
        JButton pin = new JButton("From selected pin");
        pin.setName("referenceFromPin");
        pin.setToolTipText("Takes the pins selected in the image view, or the only pin of the source product.");
        pin.addActionListener(e -> take(pins.get()));
        section.add(new JLabel("Reference:"), kind);
        section.addWide(note);
        kinds.forEach(this::addPage);
        section.addWide(stack);
        JPanel pinRow = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0));
        pinRow.add(pin);
        pinRow.add(pinNote);
        pinNote.setName("pinNote");
        section.addWide(pinRow);
        chosen();
    }

    private void addPage(ReferenceKind page) {
        Section rows = new Section(null);
        rows.setBorder(BorderFactory.createEmptyBorder());
        if (page == ReferenceKind.POLYGONS) {
            vector.addTo(rows);
            List.of("polygonField", "polygonValue", "crs", "longitudeBand", "latitudeBand").forEach(name -> rows.add(fields.get(name)));
        } else {
            ReferenceKind.allParameters().stream()
                    .filter(name -> page.uses(name) && !name.equals("minimumQuality") && fields.containsKey(name))
                    .forEach(name -> rows.add(fields.get(name)));
        }
        pages.put(page, rows);
        stack.add(rows, page.name());
    }

    Section component() {
        return section;
    }

    /** Shows the kind that the fields mean. */
    void load() {
        loading = true;
        pinNote.setText(" ");
        kind.setSelectedItem(ReferenceKind.of(name -> fields.containsKey(name) ? fields.get(name).shown() : "", none));
        loading = false;
        chosen();
    }

    ReferenceKind kind() {
        return (ReferenceKind) kind.getSelectedItem();
    }

    private void chosen() {
        ReferenceKind chosen = kind();
        for (String name : ReferenceKind.allParameters()) {
            ParameterField field = fields.get(name);
            if (field != null) {
                field.setActive(chosen.uses(name));
            }
        }
        ParameterField minimum = fields.get("minimumQuality");
        if (minimum != null) {
            minimum.setEnabled(minimum.isActive());
        }
        boolean best = none == ReferenceKind.BEST && chosen != none;
        note.setText(chosen.note() + (best ? " If left empty: the pixel of best quality." : ""));
        stack.show(chosen);
        if (!loading) {
            fields.values().stream().filter(field -> ReferenceKind.allParameters().contains(field.name())).findFirst()
                    .ifPresent(ParameterField::changed);
        }
    }

    /** Takes the places of pins: several as a list of pixels, one by its pixel, or by its degrees where it is on another raster. */
    private void take(List<PinPlace> pins) {
        if (pins.isEmpty()) {
            pinNote.setText("No pin is selected.");
            return;
        }
        if (pins.stream().allMatch(PinPlace::hasPixel)) {
            takePixels(pins);
        } else if (pins.size() == 1 && pins.get(0).hasGround()) {
            kind.setSelectedItem(ReferenceKind.POSITION);
            takeGround(pins.get(0));
        } else {
            pinNote.setText("The pins are on another product.");
            return;
        }
        pinNote.setText("Taken from " + pins.stream().map(PinPlace::label).collect(Collectors.joining(", ")));
    }

    private void takePixels(List<PinPlace> pins) {
        PinPlace first = pins.get(0);
        if (pins.size() > 1 || kind() == ReferenceKind.PIXELS) {
            kind.setSelectedItem(ReferenceKind.PIXELS);
            fields.get("pixels").show(pins.stream().map(pin -> pin.column() + "," + pin.row()).distinct().collect(Collectors.joining(" ")));
        } else if (kind() == ReferenceKind.POSITION && first.hasGround()) {
            takeGround(first);
        } else {
            kind.setSelectedItem(ReferenceKind.PIXEL);
            fields.get("referenceX").show(String.valueOf(first.column()));
            fields.get("referenceY").show(String.valueOf(first.row()));
        }
    }

    private void takeGround(PinPlace pin) {
        fields.get("referenceLat").show(pin.latitude());
        fields.get("referenceLon").show(pin.longitude());
    }

    /** The pages, as high as the one that is shown. */
    private final class Pages extends JPanel {

        Pages() {
            super(new CardLayout());
        }

        void show(ReferenceKind page) {
            ((CardLayout) getLayout()).show(this, page.name());
            pages.forEach((each, rows) -> rows.setVisible(each == page));
            revalidate();
        }

        @Override
        public Dimension getPreferredSize() {
            Dimension size = super.getPreferredSize();
            return new Dimension(size.width, pages.get(kind()).getPreferredSize().height);
        }
    }
}

package org.insardask.ui.dialog;

import java.util.List;

/** The panel of Band-Map. */
public final class BandMapUI extends OperatorPanel {

    /** SNAP makes panels by this constructor. */
    public BandMapUI() {
        // Built by CreateOpTab.
    }

    @Override
    FileKind fileKind(String name) {
        return FileKind.save(FileKind.filter("PNG", "png"));
    }

    @Override
    ParameterField newField(ParameterInfo info) {
        return info.name().equals("band") ? ChoiceField.open(info) : super.newField(info);
    }

    @Override
    void build(Scroll.Column column) {
        column.addBelow(all(new Section("Picture"), "band", "file", "title"));
        column.addBelow(all(new Section("Colours"), "palette", "minimum", "maximum"));
        column.addBelow(all(new Section("Which pixels are drawn"), "maskBand", "maskMinimum"));
        column.addBelow(all(new Section("Size"), "longestSide", "pixelRatio"));
    }

    @Override
    void sourceChanged() {
        super.sourceChanged();
        ((ChoiceField) fields().get("band")).offer(source() == null ? List.of() : List.of(source().getBandNames()));
    }
}

package org.insardask.ui.dialog;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.esa.snap.core.datamodel.Product;

/** The panel of Points-Extraction. */
public final class PointsExtractionUI extends OperatorPanel {

    /** SNAP makes panels by this constructor. */
    public PointsExtractionUI() {
        // Built by CreateOpTab.
    }

    @Override
    void build(Scroll.Column column) {
        Section mask = all(new Section("Which pixels become points"), "maskBand");
        mask.addWide(new NoteLabel("Pixels whose value is not 0. PS-Selection writes the band ps; its product is the second source.", 2));
        column.addBelow(mask);
        column.addBelow(new Fold("Advanced", all(new Section(null), "longitudeBand", "latitudeBand")));
    }

    /** The mask may be in any of the sources. */
    @Override
    void sourceChanged() {
        super.sourceChanged();
        Set<String> bands = new LinkedHashSet<>();
        for (Product product : present()) {
            bands.addAll(Arrays.asList(product.getBandNames()));
        }
        ((ChoiceField) fields().get("maskBand")).offer(List.copyOf(bands));
    }
}

package org.insardask.ui.dialog;

import java.util.List;

/** The panel of Arc-Unwrapping. */
public final class ArcUnwrappingUI extends OperatorPanel {

    private static final String[] SEARCH = {"searchMissProbability", "maxSearchNodes", "minSearchSuccess", "minSuccessRate",
        "ratioFailureRate", "ratioThreshold"};

    private final NoteLabel methodNote = new NoteLabel("", 2);
    private ReferenceSection reference;
    private VectorRows vector;
    private TermsField terms;

    /** SNAP makes panels by this constructor. */
    public ArcUnwrappingUI() {
        methodNote.setName("methodNote");
    }

    @Override
    void build(Scroll.Column column) {
        ReferenceKind.allParameters().forEach(this::field);
        vector = new VectorRows((FileField) field("vectorFile"), (ChoiceField) field("layer"));
        vector.onAnswer(answer -> ((ChoiceField) field("polygonField")).offer(List.copyOf(answer.fields().keySet())));
        reference = new ReferenceSection(List.of(ReferenceKind.BEST, ReferenceKind.PIXEL, ReferenceKind.POSITION, ReferenceKind.PIXELS,
                ReferenceKind.POLYGONS), fields(), vector, this::pins);
        column.addBelow(reference.component());
        column.addBelow(model());
        column.addBelow(method());
        column.addBelow(all(new Section("Quality of pixels"), "quality", "qualityBand", "sigmaCurve", "qualityThreshold"));
        column.addBelow(all(new Section("Results"), "outputs", "copySourceBands"));
        column.addBelow(new Fold("Advanced", all(new Section(null), advanced())));
    }

    private Section model() {
        Section section = new Section("Model of an arc");
        List.of("sigmaOffset", "sigmaVelocity", "sigmaHeight", "sigmaThermal", "sigmaQuadratic", "sigmaSeasonal").forEach(this::field);
        terms = replace(new TermsField(info("terms"), fields()));
        section.addWide(terms.component());
        section.add(field("temperatureFile"));
        return section;
    }

    private Section method() {
        Section section = all(new Section("Method"), "method");
        section.addWide(methodNote);
        return section;
    }

    private static String[] advanced() {
        return new String[] {"searchMissProbability", "maxSearchNodes", "minSearchSuccess", "minSuccessRate", "ratioFailureRate",
            "ratioThreshold", "estimate", "heightToPhase", "heightToPhaseSign", "wavelength", "channel"};
    }

    @Override
    void loaded() {
        reference.load();
    }

    @Override
    void refresh() {
        String method = fields().get("method").shown();
        methodNote.setText(MethodNote.sentence(method));
        for (String name : SEARCH) {
            fields().get(name).setEnabled(MethodNote.heeds(method, name));
        }
        boolean band = fields().get("quality").shown().equals("BAND");
        fields().get("qualityBand").setActive(band);
        fields().get("qualityBand").setEnabled(band);
        fields().get("sigmaCurve").setEnabled(!band);
        fields().get("temperatureFile").setEnabled(terms.has("thermal"));
        vector.refresh();
    }
}

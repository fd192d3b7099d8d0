package org.insardask.ui.dialog;

import java.awt.Point;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.graphbuilder.gpf.ui.BaseOperatorUI;
import org.esa.snap.graphbuilder.gpf.ui.UIValidation;
import org.esa.snap.ui.AppContext;

/**
 * A panel of the parameters of an operator. What the user changes goes into SNAP's parameter map at once, so that nothing is lost when SNAP
 * fills the panel anew. Before a run the operator itself is asked whether it takes the parameters; a moment after each change it is asked
 * beside the event dispatch thread, and the panel shows its answer. For the event dispatch thread.
 */
abstract class OperatorPanel extends BaseOperatorUI {

    private final Map<String, ParameterField> fields = new LinkedHashMap<>();
    private final Map<String, String> notValues = new LinkedHashMap<>();
    private final Set<String> placed = new LinkedHashSet<>();
    private Map<String, ParameterInfo> infos = Map.of();
    private ParameterValues values;
    private RuleCheck check;
    private AppContext context;
    private boolean loading;
    /** The last objection that SNAP was told of. */
    private String told;

    @Override
    public final JComponent CreateOpTab(String operator, Map<String, Object> parameterMap, AppContext appContext) {
        context = appContext;
        initializeOperatorUI(operator, parameterMap);
        infos = ParameterInfo.of(GPF.getDefaultInstance().getOperatorSpiRegistry().getOperatorSpi(operator).getOperatorDescriptor());
        values = new ParameterValues(getPropertySet(), parameterMap);
        check = new RuleCheck(new OperatorRules(operator, sourceNames()), isSource(), this::showObjection);
        fields.clear();
        placed.clear();
        infos.values().forEach(info -> fields.put(info.name(), newField(info)));
        Scroll.Column column = new Scroll.Column();
        build(column);
        addFurther(column);
        fields.values().forEach(field -> field.onChange(this::fieldChanged));
        initParameters();
        Scroll scroll = new Scroll(column);
        SwingUtilities.invokeLater(() -> scroll.getViewport().setViewPosition(new Point()));
        return new PanelFrame(scroll, check.component());
    }

    /** Makes the sections, from fields of {@link #field} and {@link #all}. */
    abstract void build(Scroll.Column column);

    /** Makes the component of a parameter; by default what its type suggests. */
    ParameterField newField(ParameterInfo info) {
        if (info.isFlag()) {
            return new CheckField(info);
        }
        if (!info.values().isEmpty()) {
            return info.isArray() ? new WordsField(info, 3) : ChoiceField.among(info);
        }
        if (info.type() == File.class) {
            return new FileField(info, fileKind(info.name()));
        }
        if (info.name().endsWith("Band") || info.name().equals("layer") || info.name().equals("polygonField")) {
            return ChoiceField.open(info);
        }
        return new TextField(info, Number.class.isAssignableFrom(info.type()) || info.type().isPrimitive() ? 10 : 20);
    }

    /** What the chooser of a file is to offer. */
    FileKind fileKind(String name) {
        return switch (name) {
            case "vectorFile" -> FileKind.open(VectorRows.POLYGONS);
            case "temperatureFile" -> FileKind.open(FileKind.filter("CSV", "csv"));
            case "outputFile" -> FileKind.save();
            default -> FileKind.open();
        };
    }

    /** The names of the first sources, in the order of the tabs; further ones need no names. */
    List<String> sourceNames() {
        return List.of(GPF.SOURCE_PRODUCT_FIELD_NAME);
    }

    /** Whether the operator can be asked without a source. */
    boolean isSource() {
        return false;
    }

    /** Called after a change of a field or of all: enable what has a meaning now, and so on. */
    void refresh() {
        // Nothing by default.
    }

    /** Called when the sources have changed: offer their bands, and so on. */
    void sourceChanged() {
        List<String> bands = source() == null ? List.of() : List.of(source().getBandNames());
        fields.values().stream().filter(field -> field.name().endsWith("Band") && field instanceof ChoiceField)
                .forEach(field -> ((ChoiceField) field).offer(bands));
    }

    /** The field of a parameter; it counts as placed. */
    final ParameterField field(String name) {
        placed.add(name);
        return fields.get(name);
    }

    /** All fields by name. */
    final Map<String, ParameterField> fields() {
        return fields;
    }

    /** Replaces the field of a parameter. */
    final <F extends ParameterField> F replace(F field) {
        fields.put(field.name(), field);
        placed.add(field.name());
        return field;
    }

    final ParameterInfo info(String name) {
        return infos.get(name);
    }

    /** Adds fields to a section, those that the operator has. */
    final Section all(Section section, String... names) {
        for (String name : names) {
            if (fields.containsKey(name)) {
                section.add(field(name));
            }
        }
        return section;
    }

    /** The first source, or null. */
    final Product source() {
        return sourceProducts == null || sourceProducts.length == 0 ? null : sourceProducts[0];
    }

    /** The pins that are selected now. */
    final List<PinPlace> pins() {
        return PinPlace.selected(context == null ? null : context.getSelectedProductSceneView(), source());
    }

    /** Parameters that no section shows get one at the end, so that none is out of reach. */
    private void addFurther(Scroll.Column column) {
        List<String> names = new ArrayList<>(fields.keySet());
        names.removeAll(placed);
        if (!names.isEmpty()) {
            column.addBelow(new Fold("Further parameters", all(new Section(null), names.toArray(new String[0]))));
        }
    }

    @Override
    public final void initParameters() {
        if (values == null) {
            return;
        }
        loading = true;
        values.fillDefaults();
        fields.forEach((name, field) -> field.show(values.text(name)));
        notValues.clear();
        sourceChanged();
        loaded();
        loading = false;
        updateParameters(); // empties what has no meaning beside the rest, such as a column beside a list of pixels
        refresh();
        checkSoon();
    }

    /** Called after all fields show the values of the map. */
    void loaded() {
        // Nothing by default.
    }

    private void fieldChanged() {
        if (!loading) {
            updateParameters();
            refresh();
            checkSoon();
        }
    }

    @Override
    public final void updateParameters() {
        if (values == null) {
            return;
        }
        notValues.clear();
        for (ParameterField field : fields.values()) {
            values.put(field.name(), field.text()).ifPresent(problem -> notValues.put(field.name(), problem));
        }
    }

    /**
     * What the operator objects to is an error the first time, and a warning when nothing has changed since: a graph hands on the products
     * of its other nodes only when no panel has an error, and one that has changed meanwhile may be what the objection needs.
     */
    @Override
    public final UIValidation validateParameters() {
        if (values == null) {
            return new UIValidation(UIValidation.State.OK, "");
        }
        updateParameters();
        Optional<String> wrong = notValues.values().stream().findFirst();
        Optional<String> objection = wrong.isPresent() ? wrong : check.now(values, present());
        showObjection(objection.orElse(null));
        if (objection.isEmpty()) {
            told = null;
            return new UIValidation(UIValidation.State.OK, "");
        }
        boolean again = wrong.isEmpty() && objection.get().equals(told);
        told = objection.get();
        return new UIValidation(again ? UIValidation.State.WARNING : UIValidation.State.ERROR, told);
    }

    private void checkSoon() {
        if (notValues.isEmpty()) {
            check.soon(values, present());
        } else {
            check.forget();
            showObjection(notValues.values().iterator().next());
        }
    }

    /** The sources that are there. */
    final Product[] present() {
        return sourceProducts == null ? new Product[0] : Arrays.stream(sourceProducts).filter(p -> p != null).toArray(Product[]::new);
    }

    private void showObjection(String objection) {
        check.show(objection);
        Set<String> named = new LinkedHashSet<>(notValues.keySet());
        if (objection != null) {
            named.addAll(NamedParameters.in(objection, infos.values()));
        }
        fields.forEach((name, field) -> field.showProblem(named.contains(name) ? notValues.getOrDefault(name, objection) : null));
    }
}

package org.insardask.embedded.gpf;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.SourceProducts;
import org.esa.snap.core.gpf.annotations.TargetProduct;
import org.esa.snap.core.gpf.annotations.TargetProperty;
import org.esa.snap.core.gpf.descriptor.OperatorDescriptor;
import org.esa.snap.core.gpf.descriptor.ParameterDescriptor;
import org.esa.snap.core.gpf.descriptor.SourceProductDescriptor;

/** What the annotations of an operator class say, read once per class. Fields of superclasses come first. Immutable. */
public final class OperatorModel implements OperatorDescriptor {

    private static final ClassValue<OperatorModel> MODELS = new ClassValue<>() {
        @Override
        protected OperatorModel computeValue(Class<?> type) {
            return new OperatorModel(type.asSubclass(Operator.class));
        }
    };

    private final Class<? extends Operator> type;
    private final OperatorMetadata metadata;
    private final Map<String, ParameterModel> parameters = new LinkedHashMap<>();
    private final List<SourceModel> sources = new ArrayList<>();
    private final List<FieldAccess> targets = new ArrayList<>();
    private final Map<String, FieldAccess> targetProperties = new LinkedHashMap<>();
    private final boolean computesTiles;
    private final boolean computesStacks;
    private SourceArrayModel sourceArray;

    private OperatorModel(Class<? extends Operator> type) {
        this.type = type;
        metadata = type.getAnnotation(OperatorMetadata.class);
        readFields(type);
        computesTiles = overrides("computeTile", Band.class, Tile.class, ProgressMonitor.class);
        computesStacks = overrides("computeTileStack", Map.class, Rectangle.class, ProgressMonitor.class);
    }

    /** The model of an operator class. */
    public static OperatorModel of(Class<? extends Operator> type) {
        return MODELS.get(type);
    }

    private void readFields(Class<?> owner) {
        if (owner == Operator.class) {
            return;
        }
        readFields(owner.getSuperclass());
        for (Field field : owner.getDeclaredFields()) {
            readField(field);
        }
    }

    private void readField(Field field) {
        if (field.isAnnotationPresent(Parameter.class)) {
            ParameterModel parameter = new ParameterModel(field, field.getAnnotation(Parameter.class), getAlias());
            parameters.put(parameter.getPublicName(), parameter);
        }
        if (field.isAnnotationPresent(SourceProduct.class)) {
            sources.add(new SourceModel(typed(field, Product.class), field.getAnnotation(SourceProduct.class)));
        }
        if (field.isAnnotationPresent(SourceProducts.class)) {
            sourceArray = new SourceArrayModel(typed(field, Product[].class), field.getAnnotation(SourceProducts.class));
        }
        if (field.isAnnotationPresent(TargetProduct.class)) {
            targets.add(typed(field, Product.class));
        }
        if (field.isAnnotationPresent(TargetProperty.class)) {
            String alias = field.getAnnotation(TargetProperty.class).alias();
            targetProperties.put(alias.isEmpty() ? field.getName() : alias, new FieldAccess(field));
        }
    }

    private FieldAccess typed(Field field, Class<?> expected) {
        if (field.getType() != expected) {
            throw new OperatorException(String.format("Field '%s' of operator '%s' must be of type %s.",
                    field.getName(), getAlias(), expected.getSimpleName()));
        }
        return new FieldAccess(field);
    }

    private boolean overrides(String method, Class<?>... arguments) {
        try {
            return type.getMethod(method, arguments).getDeclaringClass() != Operator.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new operator, without default parameters. */
    public Operator newInstance() {
        try {
            Constructor<? extends Operator> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new OperatorException("Operator '" + getAlias() + "' cannot be made: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new OperatorException("Operator '" + getAlias() + "' needs a constructor without arguments.", e);
        }
    }

    /** The parameters by public name. */
    Map<String, ParameterModel> parameters() {
        return parameters;
    }

    /** All parameters, in the order of the fields. */
    public List<ParameterModel> parameterList() {
        return List.copyOf(parameters.values());
    }

    /** The parameter of that public name or field name; throws, with the names that there are, where there is none. */
    public ParameterModel parameter(String name) {
        ParameterModel found = parameters.get(name);
        if (found != null) {
            return found;
        }
        for (ParameterModel parameter : parameters.values()) {
            if (parameter.getName().equals(name)) {
                return parameter;
            }
        }
        throw new OperatorException(String.format("Operator '%s' has no parameter '%s'. %s", getAlias(), name, parameterNames()));
    }

    private String parameterNames() {
        return parameters.isEmpty() ? "It has none." : "Its parameters are: " + String.join(", ", parameters.keySet()) + ".";
    }

    /** The named sources. */
    public List<SourceModel> sources() {
        return List.copyOf(sources);
    }

    /** The array that takes the other sources, or null. */
    public SourceArrayModel sourceArray() {
        return sourceArray;
    }

    /** The sources that there are, for messages. */
    String sourceNames() {
        StringJoiner names = new StringJoiner(", ");
        sources.forEach(source -> names.add(source.getPublicName() + (source.isOptional() ? " (optional)" : "")));
        if (sourceArray != null) {
            names.add("any number of further sources");
        }
        return names.length() == 0 ? "It has no sources." : "Its sources are: " + names + ".";
    }

    List<FieldAccess> targets() {
        return targets;
    }

    Map<String, FieldAccess> targetProperties() {
        return targetProperties;
    }

    boolean computesTiles() {
        return computesTiles;
    }

    boolean computesStacks() {
        return computesStacks;
    }

    @Override
    public Class<? extends Operator> getOperatorClass() {
        return type;
    }

    @Override
    public String getName() {
        return type.getName();
    }

    @Override
    public String getAlias() {
        return OperatorSpi.getOperatorAlias(type);
    }

    @Override
    public String getLabel() {
        return metadata == null ? null : Text.orNull(metadata.label());
    }

    @Override
    public String getDescription() {
        return metadata == null ? null : Text.orNull(metadata.description());
    }

    @Override
    public String getVersion() {
        return metadata == null ? null : Text.orNull(metadata.version());
    }

    @Override
    public String getAuthors() {
        return metadata == null ? null : Text.orNull(metadata.authors());
    }

    @Override
    public String getCopyright() {
        return metadata == null ? null : Text.orNull(metadata.copyright());
    }

    @Override
    public boolean isInternal() {
        return metadata != null && metadata.internal();
    }

    @Override
    public boolean isAutoWriteDisabled() {
        return metadata != null && metadata.autoWriteDisabled();
    }

    @Override
    public SourceProductDescriptor[] getSourceProductDescriptors() {
        return sources.toArray(new SourceProductDescriptor[0]);
    }

    @Override
    public ParameterDescriptor[] getParameterDescriptors() {
        return parameters.values().toArray(new ParameterDescriptor[0]);
    }
}

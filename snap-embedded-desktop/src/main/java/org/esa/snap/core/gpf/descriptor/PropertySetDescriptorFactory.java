package org.esa.snap.core.gpf.descriptor;

import com.bc.ceres.binding.ConversionException;
import com.bc.ceres.binding.DefaultPropertySetDescriptor;
import com.bc.ceres.binding.PropertyDescriptor;
import com.bc.ceres.binding.PropertySetDescriptor;
import java.lang.reflect.Array;
import java.util.Map;
import org.esa.snap.core.datamodel.Product;
import org.insardask.embedded.gpf.ParameterText;

/** The parameters of operators as properties. */
public class PropertySetDescriptorFactory {

    public PropertySetDescriptorFactory() {
    }

    /**
     * Describes the parameters of an operator.
     *
     * @throws ConversionException where a default is no value of its parameter
     */
    public static PropertySetDescriptor createForOperator(OperatorDescriptor operatorDescriptor, Map<String, Product> sourceProductMap)
            throws ConversionException {
        DefaultPropertySetDescriptor set = new DefaultPropertySetDescriptor();
        for (ParameterDescriptor parameter : operatorDescriptor.getParameterDescriptors()) {
            set.addPropertyDescriptor(property(parameter));
        }
        return set;
    }

    private static PropertyDescriptor property(ParameterDescriptor parameter) throws ConversionException {
        Class<?> type = parameter.getDataType();
        PropertyDescriptor property = new PropertyDescriptor(parameter.getName(), box(type));
        property.setAlias(parameter.getAlias());
        property.setDisplayName(parameter.getLabel());
        property.setDescription(parameter.getDescription());
        property.setUnit(parameter.getUnit());
        property.setNotNull(parameter.isNotNull() || type.isPrimitive());
        String text = parameter.getDefaultValue();
        if (text != null) {
            try {
                property.setDefaultValue(ParameterText.parse(type, text));
            } catch (IllegalArgumentException e) {
                throw new ConversionException("default of " + parameter.getName() + ": '" + text + "' " + e.getMessage(), e);
            }
        }
        return property;
    }

    private static Class<?> box(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
    }
}

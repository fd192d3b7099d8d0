package org.esa.snap.core.gpf.descriptor;

import org.esa.snap.core.datamodel.RasterDataNode;

/** A parameter of an operator. */
public interface ParameterDescriptor extends DataElementDescriptor {

    /** The name of the elements of an array in XML, or null. */
    String getItemAlias();

    /** The default value as text, or null. */
    String getDefaultValue();

    /** The physical unit, or null. */
    String getUnit();

    /** The values that are allowed; empty where any is. */
    String[] getValueSet();

    /** The allowed range, or null. */
    String getInterval();

    /** A condition on other parameters, or null. */
    String getCondition();

    /** A regular expression, or null. */
    String getPattern();

    /** A format, or null. */
    String getFormat();

    /** Whether the parameter has to be set. */
    boolean isNotNull();

    /** Whether it must not be blank or empty. */
    boolean isNotEmpty();

    /** Whether it should not be used any more. */
    boolean isDeprecated();

    /** The kind of raster data node that it names, or null. */
    Class<? extends RasterDataNode> getRasterDataNodeClass();
}

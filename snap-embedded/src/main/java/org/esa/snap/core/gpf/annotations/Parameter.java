package org.esa.snap.core.gpf.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.esa.snap.core.datamodel.RasterDataNode;

/** Marks a field of an operator as a parameter that users can set. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD})
public @interface Parameter {

    /** The public name; the field's name where it is empty. */
    String alias() default "";

    /** The name of the elements of an array in XML. */
    String itemAlias() default "";

    /** The default value as text; none where it is empty. */
    String defaultValue() default "";

    /** A name for people. */
    String label() default "";

    /** The physical unit. */
    String unit() default "";

    /** What the parameter is for. */
    String description() default "";

    /** The values that are allowed; any value where it is empty. */
    String[] valueSet() default {};

    /** The allowed range of a number, for example {@code [0,1)} or {@code (0,*]}. */
    String interval() default "";

    /** A condition on other parameters, for dialogs. */
    String condition() default "";

    /** A regular expression that text has to match as a whole. */
    String pattern() default "";

    /** A format for text, for dialogs. */
    String format() default "";

    /** Whether the parameter has to be set. */
    boolean notNull() default false;

    /** Whether text must not be blank, nor an array empty. */
    boolean notEmpty() default false;

    /** For names of raster data nodes: the kind of node. */
    Class<? extends RasterDataNode> rasterDataNodeType() default RasterDataNode.class;
}

package org.esa.snap.core.gpf.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a field of type {@code Product} as a source of an operator. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD})
public @interface SourceProduct {

    /** Whether the operator can do without. */
    boolean optional() default false;

    /** The product type, or a regular expression for it; any type where it is empty. */
    String type() default "";

    /** Bands that the product must have. */
    String[] bands() default {};

    /** A second name of the source; the field's name is always one. */
    String alias() default "";

    /** What the source is. */
    String description() default "";

    /** A name for people. */
    String label() default "";
}

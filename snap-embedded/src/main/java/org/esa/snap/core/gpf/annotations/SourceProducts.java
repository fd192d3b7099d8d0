package org.esa.snap.core.gpf.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a field of type {@code Product[]} that receives every source that no {@link SourceProduct} field takes. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD})
public @interface SourceProducts {

    /** A second name. */
    String alias() default "";

    /** The number of sources; 0 is any number, -1 any number but none. */
    int count() default 0;

    /** The product type, or a regular expression for it; any type where it is empty. */
    String type() default "";

    /** Bands that each product must have. */
    String[] bands() default {};

    /** What the sources are. */
    String description() default "";

    /** A name for people. */
    String label() default "";

    /** Whether the products may differ in size. */
    boolean canBeMultisize() default true;
}

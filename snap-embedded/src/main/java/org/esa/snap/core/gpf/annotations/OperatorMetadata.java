package org.esa.snap.core.gpf.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an operator: its name on the command line and in graphs, and the text of its help. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OperatorMetadata {

    /** A name for people. */
    String label() default "";

    /** The name used in graphs and on the command line. */
    String alias();

    /** The version of the operator. */
    String version() default "";

    /** Who wrote it. */
    String authors() default "";

    /** The copyright notice. */
    String copyright() default "";

    /** What the operator does, in a sentence or two. */
    String description() default "";

    /** The place in menus, parts separated by a slash. */
    String category() default "";

    /** Whether the target product is not written by the runner, because the operator writes what there is to write. */
    boolean autoWriteDisabled() default false;

    /** Whether the operator is not meant for users. */
    boolean internal() default false;
}

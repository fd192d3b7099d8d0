package org.esa.snap.core.gpf.descriptor;

import org.esa.snap.core.gpf.Operator;

/** What is known about an operator without running it. */
public interface OperatorDescriptor extends ElementDescriptor {

    /** The version, or null. */
    String getVersion();

    /** Who wrote it, or null. */
    String getAuthors();

    /** The copyright notice, or null. */
    String getCopyright();

    /** Whether it is not meant for users. */
    boolean isInternal();

    /** Whether the runner does not write the target product. */
    boolean isAutoWriteDisabled();

    /** The class. */
    Class<? extends Operator> getOperatorClass();

    /** The named sources. */
    SourceProductDescriptor[] getSourceProductDescriptors();

    /** The parameters. */
    ParameterDescriptor[] getParameterDescriptors();
}

package org.esa.snap.core.gpf;

import java.util.Set;

/** The operators that are known by name. */
public interface OperatorSpiRegistry {

    /** Registers every operator named in {@code META-INF/services/org.esa.snap.core.gpf.OperatorSpi}. */
    void loadOperatorSpis();

    /** All registered ones. */
    Set<OperatorSpi> getOperatorSpis();

    /** The one of that alias (upper and lower case alike) or SPI class name, or null. */
    OperatorSpi getOperatorSpi(String operatorName);

    /** Registers one under its alias; false where it was registered already. */
    boolean addOperatorSpi(OperatorSpi operatorSpi);

    /** Registers one under a name; false where it was registered already. */
    boolean addOperatorSpi(String operatorName, OperatorSpi operatorSpi);

    /** Removes one; false where it was not registered. */
    boolean removeOperatorSpi(OperatorSpi operatorSpi);

    /** The names of all. */
    @SuppressWarnings("rawtypes") // The signature is SNAP's.
    Set getAliases();
}

package org.insardask.embedded.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds every class under SNAP's package names to the ledger of SNAP's signatures: nothing public or protected may be here
 * that SNAP does not have, and constants have SNAP's values, because javac copies them into the classes that use them.
 */
class LedgerTest {

    /** Types that operators and tests call and never implement, so their abstract methods may be absent here. */
    private static final Set<String> NEVER_IMPLEMENTED_BY_CLIENTS = Set.of(
            "eu.esa.snap.core.datamodel.group.BandGroup",
            "org.esa.snap.core.datamodel.AbstractBand",
            "org.esa.snap.core.datamodel.AbstractGeoCoding",
            "org.esa.snap.core.datamodel.DataNode",
            "org.esa.snap.core.datamodel.GeoCoding",
            "org.esa.snap.core.datamodel.PlacemarkDescriptor",
            "org.esa.snap.core.datamodel.ProductData",
            "org.esa.snap.core.datamodel.ProductNode",
            "org.esa.snap.core.datamodel.RasterDataNode",
            "org.esa.snap.core.gpf.OperatorSpiRegistry",
            "org.esa.snap.core.gpf.Tile",
            "org.esa.snap.core.gpf.descriptor.DataElementDescriptor",
            "org.esa.snap.core.gpf.descriptor.ElementDescriptor",
            "org.esa.snap.core.gpf.descriptor.OperatorDescriptor",
            "org.esa.snap.core.gpf.descriptor.ParameterDescriptor",
            "org.esa.snap.core.gpf.descriptor.SourceProductDescriptor");

    private static MirroredClasses classes;

    @BeforeAll
    static void readLedgerAndClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        classes = MirroredClasses.beside(Product.class, "/snap-api-14.txt");
    }

    @Test
    void ledgerAndClassesAreThere() {
        assertTrue(classes.ledgerSize() > 80, "the ledger has " + classes.ledgerSize() + " classes");
        assertTrue(classes.size() > 40, "only " + classes.size() + " mirrored classes found");
    }

    @Test
    void everyClassStandsInTheLedger() {
        assertEquals(List.of(), classes.unknownClasses(), "classes that SNAP does not have");
    }

    @Test
    void everyMemberStandsInTheLedger() throws IllegalAccessException {
        assertEquals(List.of(), classes.unknownMembers(), "members that SNAP does not have");
    }

    @Test
    void classesAreDeclaredAsInTheLedger() {
        assertEquals(List.of(), classes.otherDeclarations(), "classes that are declared otherwise than in SNAP");
    }

    @Test
    void whatClientsImplementIsComplete() throws IllegalAccessException {
        assertEquals(List.of(), classes.absentMethods(NEVER_IMPLEMENTED_BY_CLIENTS), "abstract methods of SNAP that are absent");
    }
}

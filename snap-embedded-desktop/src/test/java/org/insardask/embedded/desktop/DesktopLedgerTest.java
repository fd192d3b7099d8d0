package org.insardask.embedded.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.insardask.embedded.ledger.MirroredClasses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds every class under SNAP's package names to the ledger of SNAP Desktop's signatures. */
class DesktopLedgerTest {

    /** Types that the dialogs and windows call and never implement, so their abstract methods may be absent here. */
    private static final Set<String> NEVER_IMPLEMENTED_BY_CLIENTS = Set.of(
            "com.bc.ceres.binding.PropertySet",
            "com.bc.ceres.binding.dom.DomElement",
            "com.bc.ceres.glayer.LayerType",
            "org.esa.snap.core.util.PropertyMap");

    private static MirroredClasses classes;

    @BeforeAll
    static void readLedgerAndClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        classes = MirroredClasses.beside(Workbench.class, "/snap-api-14-desktop.txt");
    }

    @Test
    void ledgerAndClassesAreThere() {
        assertTrue(classes.ledgerSize() > 40, "the ledger has " + classes.ledgerSize() + " classes");
        assertTrue(classes.size() > 30, "only " + classes.size() + " mirrored classes found");
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

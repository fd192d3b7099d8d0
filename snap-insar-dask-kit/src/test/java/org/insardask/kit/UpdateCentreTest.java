package org.insardask.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The update centre: its list says what the modules say, and leads to the files beside it. */
class UpdateCentreTest {

    @TempDir
    private static Path folder;

    private static Kit kit;
    private static Element list;

    @BeforeAll
    static void unpack() throws IOException, ParserConfigurationException, SAXException {
        kit = Kit.unpack(folder);
        list = Xml.parse(Files.readString(kit.site().resolve("updates.xml"))).getDocumentElement();
    }

    @Test
    void listsEveryModuleWithItsFile() throws IOException {
        List<Element> listed = Xml.elements(list, "module");
        assertEquals(kit.modules().stream().map(UnpackedModule::codeName).toList(),
                listed.stream().map(element -> element.getAttribute("codenamebase")).toList());
        for (Element element : listed) {
            Path file = kit.site().resolve(element.getAttribute("distribution"));
            assertTrue(Files.isRegularFile(file), file + " is beside the list");
            assertEquals(Files.size(file), Long.parseLong(element.getAttribute("downloadsize")), file.toString());
        }
    }

    @Test
    void saysWhatTheManifestsSay() {
        for (Element manifest : Xml.elements(list, "manifest")) {
            UnpackedModule module = kit.module(manifest.getAttribute("OpenIDE-Module"));
            for (String header : List.of("OpenIDE-Module-Specification-Version", "OpenIDE-Module-Module-Dependencies",
                    "OpenIDE-Module-Java-Dependencies")) {
                assertEquals(module.header(header), manifest.getAttribute(header), module.codeName());
            }
        }
    }

    @Test
    void needsNoNewerCatalogueThanThatOfOldPlatforms() throws IOException {
        String text = Files.readString(kit.site().resolve("updates.xml"));
        assertTrue(text.contains("DTD Autoupdate Catalog 2.5"), "document type of the list");
        assertFalse(text.contains("message_digest"), "the document type knows no digests");
    }

    @Test
    void theFilesAreThoseOfTheBuildWithInstructionsAndLicence() throws IOException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("insardask.root")));
        for (Path nbm : Kit.nbms(kit.site())) {
            String module = nbm.getFileName().toString().replaceFirst("-\\d.*", "");
            Path built = root.resolve(module).resolve("target").resolve(nbm.getFileName());
            assertArrayEquals(Files.readAllBytes(built), Files.readAllBytes(nbm), built.toString());
        }
        assertTrue(Files.readString(kit.site().resolve("INSTALL.txt")).contains("Add Plugins"), "INSTALL.txt");
        assertTrue(Files.isRegularFile(kit.site().resolve("LICENSE")), "LICENSE");
    }
}

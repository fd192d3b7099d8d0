package org.insardask.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JFileChooser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file choosers of parameters offer and give. */
class FileFieldTest {

    private static final ParameterInfo OUTPUT = new ParameterInfo("outputFile", "Output file", "", "", List.of(), File.class);

    @TempDir
    private Path folder;

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: no display; .ci/run starts one where it can");
    }

    private static JFileChooser saving(File file) {
        FileField field = new FileField(OUTPUT, FileKind.save(FileKind.filter("GeoPackage", "gpkg"), FileKind.filter("CSV", "csv")));
        field.show(file.getPath());
        return field.chooser();
    }

    @Test
    void aNameWithoutAnEndingGetsThatOfTheKind() {
        JFileChooser chooser = saving(folder.resolve("points.csv").toFile());
        assertEquals("CSV (.csv)", chooser.getFileFilter().getDescription(), "the kind of the present file");
        chooser.setSelectedFile(folder.resolve("other").toFile());
        assertEquals(folder.resolve("other.csv").toFile(), FileField.chosen(chooser));
        assertEquals("Output file", chooser.getDialogTitle());
    }

    @Test
    void aNameWithAnEndingOfAnotherKindStays() {
        JFileChooser chooser = saving(folder.resolve("points.csv").toFile());
        chooser.setSelectedFile(folder.resolve("Other.GPKG").toFile());
        assertEquals(folder.resolve("Other.GPKG").toFile(), FileField.chosen(chooser));
    }

    @Test
    void aFileToReadKeepsItsName() {
        FileField field = new FileField(OUTPUT, FileKind.open(FileKind.filter("CSV", "csv")));
        JFileChooser chooser = field.chooser();
        assertEquals(JFileChooser.FILES_ONLY, chooser.getFileSelectionMode());
        chooser.setSelectedFile(folder.resolve("temperatures.txt").toFile());
        assertEquals(folder.resolve("temperatures.txt").toFile(), FileField.chosen(chooser));
    }

    @Test
    void aSpaceTimeMatrixMayBeAFolder() {
        JFileChooser chooser = new FileField(OUTPUT, new PointsImportUI().fileKind("file")).chooser();
        assertEquals(JFileChooser.FILES_AND_DIRECTORIES, chooser.getFileSelectionMode());
        assertFalse(chooser.getFileFilter().accept(folder.resolve("a.gpkg").toFile()));
    }
}

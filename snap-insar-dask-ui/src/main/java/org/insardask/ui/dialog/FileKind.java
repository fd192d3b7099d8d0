package org.insardask.ui.dialog;

import java.util.List;
import javax.swing.filechooser.FileNameExtensionFilter;

/**
 * What a file chooser is to offer.
 *
 * @param saving whether the file is one to write
 * @param folders whether a folder may be chosen too
 * @param filters kinds of files, the first one shown first; empty for all files
 */
record FileKind(boolean saving, boolean folders, List<FileNameExtensionFilter> filters) {

    FileKind {
        filters = List.copyOf(filters);
    }

    /** A file to read. */
    static FileKind open(FileNameExtensionFilter... filters) {
        return new FileKind(false, false, List.of(filters));
    }

    /** A file to write. */
    static FileKind save(FileNameExtensionFilter... filters) {
        return new FileKind(true, false, List.of(filters));
    }

    /** A kind of files by its endings. */
    static FileNameExtensionFilter filter(String name, String... endings) {
        return new FileNameExtensionFilter(name + " (." + String.join(", .", endings) + ")", endings);
    }
}

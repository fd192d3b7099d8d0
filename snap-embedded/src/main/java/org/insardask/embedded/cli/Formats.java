package org.insardask.embedded.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductIOPlugIn;
import org.esa.snap.core.dataio.ProductIOPlugInManager;

/** The product formats that there are. */
final class Formats {

    private Formats() {
    }

    /** The format to write: the given one, else that of the target's extension, else the default. Throws where there is no writer. */
    static String choose(String format, String target) {
        if (format != null) {
            if (ProductIO.getProductWriter(format) == null) {
                throw new UsageException("There is no writer for the format '" + format + "'. There are: " + writable() + ".");
            }
            return format;
        }
        String name = new File(target).getName();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? ProductIO.DEFAULT_FORMAT_NAME : ofExtension(name.substring(dot));
    }

    private static String ofExtension(String extension) {
        Iterator<? extends ProductIOPlugIn> writers = ProductIOPlugInManager.getInstance().getAllWriterPlugIns();
        while (writers.hasNext()) {
            ProductIOPlugIn writer = writers.next();
            for (String known : writer.getDefaultFileExtensions()) {
                if (withDot(known).equalsIgnoreCase(extension)) {
                    return writer.getFormatNames()[0];
                }
            }
        }
        throw new UsageException("No output format has the extension '" + extension + "'; give one with -f. There are: "
                + writable() + ".");
    }

    private static String withDot(String extension) {
        return extension.startsWith(".") ? extension : "." + extension;
    }

    private static String writable() {
        return String.join(", ", ProductIOPlugInManager.getInstance().getAllProductWriterFormatStrings());
    }

    /** The formats with their extensions, a line each. */
    static String describe(Iterator<? extends ProductIOPlugIn> plugIns) {
        List<String> lines = new ArrayList<>();
        plugIns.forEachRemaining(plugIn -> lines.add(String.format("  %s (%s)  %s%n", String.join(", ", plugIn.getFormatNames()),
                String.join(", ", plugIn.getDefaultFileExtensions()), plugIn.getDescription(Locale.ENGLISH))));
        lines.sort(null);
        return String.join("", lines);
    }
}

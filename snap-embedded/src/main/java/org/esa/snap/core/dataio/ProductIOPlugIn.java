package org.esa.snap.core.dataio;

import java.util.Locale;
import org.esa.snap.core.util.io.SnapFileFilter;

/** What a product format is called and which files it has. */
public interface ProductIOPlugIn {

    String[] getFormatNames();

    /** Extensions with their dots; the first is the default. */
    String[] getDefaultFileExtensions();

    String getDescription(Locale locale);

    SnapFileFilter getProductFileFilter();
}

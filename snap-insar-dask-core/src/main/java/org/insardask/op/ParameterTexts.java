package org.insardask.op;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import org.esa.snap.core.gpf.OperatorException;

/** Texts of parameters that may be left empty, and texts about parameters. */
final class ParameterTexts {

    /** The formats of polygons, for the descriptions of parameters. */
    static final String POLYGON_FORMATS = "GeoPackage, Shapefile (.shp), GeoJSON, FlatGeobuf, KML or GML";

    /** What a plan file is, for the descriptions of parameters. */
    static final String PLAN_FILE = "For runs that are split: a small file with what is decided once for the whole scene, such as the "
            + "reference. Where it is not there yet it is written, where it is there it is read instead of the pixels. It "
            + "does not change the result.";

    private ParameterTexts() {
    }

    /** Returns the text without spaces around it, null where there is none. */
    static String textOrNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Returns the texts of a list without spaces around them, none where there is no list. */
    static List<String> list(String[] texts) {
        return texts == null ? List.of() : Arrays.stream(texts).map(String::strip).toList();
    }

    /**
     * Returns the encoding of a name, null where there is none.
     *
     * @throws OperatorException where no encoding has that name
     */
    static Charset encodingOrNull(String name) {
        try {
            return textOrNull(name) == null ? null : Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new OperatorException("encoding = '" + name + "' is not known; for example UTF-8 or windows-1252 was expected", e);
        }
    }
}

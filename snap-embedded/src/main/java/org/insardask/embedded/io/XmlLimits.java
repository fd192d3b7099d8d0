package org.insardask.embedded.io;

import java.util.Locale;
import org.xml.sax.SAXException;

/** What XML files may not hold: document types, with their entities, and endless nesting. Constants for parsers of the JDK. */
public final class XmlLimits {
    /** Feature that refuses document types, and with them external entities and entity bombs. */
    public static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    /** Property with the largest depth of elements. */
    public static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    /** That depth. */
    public static final String DEEPEST = "500";

    private XmlLimits() {
    }

    /**
     * Says why a file was refused.
     *
     * @param e what the parser threw
     * @return one line
     */
    public static String reason(SAXException e) {
        String message = String.valueOf(e.getMessage());
        if (message.toUpperCase(Locale.ROOT).startsWith("DOCTYPE ")) {
            return "a document type (<!DOCTYPE>) is not allowed";
        }
        if (message.contains("maxElementDepth")) {
            return "elements are nested more than " + DEEPEST + " deep";
        }
        return message.lines().findFirst().orElse("");
    }
}

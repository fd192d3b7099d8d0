package org.insardask.embedded.dimap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Builds an XML document as SNAP lays it out: four spaces of indentation, empty elements as {@code <NAME />}. Whatever is not ASCII becomes
 * a character reference, so that the bytes mean the same in the declared ISO-8859-1 and in UTF-8, as which SNAP looks at the first lines.
 * Characters that XML cannot hold become spaces.
 *
 * <p>Not safe for several threads.
 */
final class XmlText {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element that holds others.
     *
     * @param name its name
     * @param attributes names and values in turn; those with a null value are left out
     */
    XmlText open(String name, String... attributes) {
        start(name, attributes);
        out.append(">\n");
        open.push(name);
        return this;
    }

    /** Closes the element opened last. */
    XmlText close() {
        String name = open.pop();
        indent();
        out.append("</").append(name).append(">\n");
        return this;
    }

    /**
     * Adds an element with a text.
     *
     * @param name its name
     * @param value its text; trimmed; null and blank give an empty element
     * @param attributes names and values in turn; those with a null value are left out
     */
    XmlText line(String name, Object value, String... attributes) {
        start(name, attributes);
        String text = value == null ? "" : value.toString().trim();
        if (text.isEmpty()) {
            out.append(" />\n");
        } else {
            out.append('>');
            escape(text, false);
            out.append("</").append(name).append(">\n");
        }
        return this;
    }

    /** Adds an element where it has a text. */
    XmlText lineIf(String name, String value) {
        return value == null || value.isBlank() ? this : line(name, value);
    }

    /** Returns the bytes of the document. */
    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void start(String name, String... attributes) {
        indent();
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1].trim(), true);
                out.append('"');
            }
        }
    }

    private void indent() {
        out.append("    ".repeat(open.size()));
    }

    private void escape(String text, boolean attribute) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> appendWhite(c, attribute);
                case '\r' -> reference(c);
                default -> appendOther(c);
            }
        });
    }

    private void appendWhite(int c, boolean attribute) {
        if (attribute) {
            reference(c);
        } else {
            out.append((char) c);
        }
    }

    private void appendOther(int c) {
        boolean valid = (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
        if (!valid) {
            out.append(' ');
        } else if (c < 0x7f) {
            out.append((char) c);
        } else {
            reference(c);
        }
    }

    private void reference(int c) {
        out.append("&#").append(c).append(';');
    }
}

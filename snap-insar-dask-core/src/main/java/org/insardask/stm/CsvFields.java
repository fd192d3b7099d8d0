package org.insardask.stm;

import java.nio.charset.StandardCharsets;

/** The fields of lines of comma-separated values in bytes; quotes as RFC 4180 has them, but no line ends in quotes. For one thread. */
final class CsvFields {

    private final byte[] text;
    private int at;
    private int from;
    private int to;
    private boolean quoted;

    CsvFields(byte[] text) {
        this.text = text;
    }

    /** Goes to the next line that is not empty. */
    boolean nextLine() {
        while (at < text.length && (text[at] == '\n' || text[at] == '\r')) {
            at++;
        }
        return at < text.length;
    }

    /** Goes to the next field of the line; false at its end. The first field of a line is always there. */
    boolean nextField(boolean first) {
        if (!first) {
            if (at >= text.length || text[at] != ',') {
                return false;
            }
            at++;
        }
        quoted = at < text.length && text[at] == '"';
        from = quoted ? at + 1 : at;
        at = from;
        while (at < text.length && !isEnd()) {
            at++;
        }
        to = at;
        if (quoted && at < text.length && text[at] == '"') {
            at++;
        }
        while (at < text.length && text[at] != ',' && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
        return true;
    }

    private boolean isEnd() {
        byte c = text[at];
        if (!quoted) {
            return c == ',' || c == '\n' || c == '\r';
        }
        if (c == '"' && at + 1 < text.length && text[at + 1] == '"') {
            at++;
            return false;
        }
        return c == '"' || c == '\n';
    }

    double number() {
        return DecimalText.parse(text, from, to);
    }

    String string() {
        String field = new String(text, from, to - from, StandardCharsets.UTF_8);
        return quoted ? field.replace("\"\"", "\"") : field;
    }
}

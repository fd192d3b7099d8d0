package org.insardask.embedded.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The signatures of SNAP's public API as {@code javap -protected -constants} prints them: a line that opens a class, its
 * members, a closing bracket. Lines that start with {@code #} are remarks.
 */
final class Ledger {

    private final Map<String, LedgerClass> classes = new TreeMap<>();

    private Ledger() {
    }

    static Ledger read(String resource) throws IOException {
        Ledger ledger = new Ledger();
        try (InputStream in = Ledger.class.getResourceAsStream(resource);
             BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            LedgerClass current = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.trim();
                if (text.startsWith("#") || text.isEmpty()) {
                    continue;
                }
                if (text.equals("}")) {
                    current = null;
                } else if (current == null) {
                    current = new LedgerClass(text);
                    ledger.classes.merge(current.name(), current, LedgerClass::merge);
                    current = ledger.classes.get(current.name());
                } else {
                    current.addMember(text);
                }
            }
        }
        return ledger;
    }

    /** The class of this name, or null. */
    LedgerClass get(String className) {
        return classes.get(className);
    }

    int size() {
        return classes.size();
    }
}

package org.insardask.stm;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.esa.snap.core.datamodel.IndexCoding;

/**
 * An index coding of many texts. SNAP tells the names of a coding apart without regard to case, so that a text that differs from an earlier
 * one in case only gets a number behind its name; the description of every index is its text as it is.
 */
public final class TextCoding extends IndexCoding {
    /** SNAP looks through all names for each one it adds; this set makes it one look. */
    private final Set<String> names = new HashSet<>();

    private TextCoding(String name) {
        super(name);
    }

    /** Returns a coding whose index i stands for text i. */
    public static IndexCoding of(String name, List<String> texts) {
        TextCoding coding = new TextCoding(name);
        for (int i = 0; i < texts.size(); i++) {
            String free = texts.get(i);
            for (int n = 2; coding.containsAttribute(free); n++) {
                free = texts.get(i) + " (" + n + ")";
            }
            coding.addIndex(free, i, texts.get(i));
            coding.names.add(key(free));
        }
        return coding;
    }

    @Override
    public boolean containsAttribute(String name) {
        return names.contains(key(name));
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}

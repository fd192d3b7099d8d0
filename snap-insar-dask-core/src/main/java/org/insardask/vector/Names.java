package org.insardask.vector;

import java.util.Collection;

/** Lists of names in messages. */
final class Names {
    private static final int MOST = 50;

    private Names() {
    }

    /** Returns names separated by commas, "none" for none of them, the first ones of very many. */
    static String list(Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String listed = String.join(", ", names.stream().limit(MOST).toList());
        return names.size() > MOST ? listed + ", ... (" + names.size() + " in all)" : listed;
    }
}

package org.insardask.stack;

import java.util.Optional;

/**
 * What the name of a band says about its image: mother, daughter with a number, or nothing. The number only makes names distinct:
 * with several polarisations it is not the index of the epoch.
 *
 * @param dialect words used; empty if the name says nothing
 * @param mother  true for the mother
 * @param number  number after the word for the daughter, 0 if there is none
 */
public record Role(Optional<Dialect> dialect, boolean mother, int number) {

    /** No word in the name, as in products of one date. */
    public static final Role NONE = new Role(Optional.empty(), false, 0);

    /** Part of a band's name, with group {@code role}. */
    static final String REGEX = "(?:_(?<role>mst|ref|(?:slv|sec)\\d{0,6}))?";

    /** The mother in a dialect. */
    public static Role mother(Dialect dialect) {
        return new Role(Optional.of(dialect), true, 0);
    }

    /** A daughter in a dialect, its number from 1 on. */
    public static Role daughter(Dialect dialect, int number) {
        return new Role(Optional.of(dialect), false, number);
    }

    static Role parse(String text) {
        if (text == null) {
            return NONE;
        }
        for (Dialect dialect : Dialect.values()) {
            if (text.equals(dialect.mother())) {
                return mother(dialect);
            }
            if (text.startsWith(dialect.daughter())) {
                String number = text.substring(dialect.daughter().length());
                return daughter(dialect, number.isEmpty() ? 0 : Integer.parseInt(number));
            }
        }
        throw new StackException("'" + text + "' is not a word for mother or daughter");
    }

    /** The role as part of a band's name. */
    String suffix() {
        return dialect.map(d -> "_" + (mother ? d.mother() : d.daughter() + (number == 0 ? "" : number))).orElse("");
    }
}

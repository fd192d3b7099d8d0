package org.insardask.op;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.arc.ArcMethod;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcTerm;

/** The words of the parameter terms. */
enum TermChoice {
    OFFSET(ArcTerm.OFFSET),
    VELOCITY(ArcTerm.VELOCITY),
    HEIGHT(ArcTerm.HEIGHT),
    THERMAL(ArcTerm.THERMAL),
    QUADRATIC(ArcTerm.QUADRATIC),
    SEASONAL(ArcTerm.SEASONAL_SINE, ArcTerm.SEASONAL_COSINE);

    private static final int MOST_OF_PERIODOGRAM = 3;

    private final ArcTerm first;
    private final ArcTerm last;

    TermChoice(ArcTerm term) {
        this(term, term);
    }

    TermChoice(ArcTerm first, ArcTerm last) {
        this.first = first;
        this.last = last;
    }

    /**
     * Returns the terms of some words, in the order of {@link ArcTerm}.
     *
     * @throws OperatorException where a word is not known, or there is none
     */
    static List<ArcTerm> terms(String[] words) {
        Set<ArcTerm> chosen = EnumSet.noneOf(ArcTerm.class);
        ParameterWords.set(TermChoice.class, words, "terms").forEach(word -> chosen.addAll(EnumSet.range(word.first, word.last)));
        return List.copyOf(chosen);
    }

    /** Refuses more terms than the periodogram can search. */
    static void check(ArcModel model, ArcMethod method) {
        int searched = model.parameters() - (model.indexOf(ArcTerm.OFFSET) < 0 ? 0 : 1);
        if (method == ArcMethod.PERIODOGRAM && searched > MOST_OF_PERIODOGRAM) {
            throw new OperatorException("method PERIODOGRAM searches at most " + MOST_OF_PERIODOGRAM + " parameters beside the offset, and "
                    + "terms has " + searched + "; expected fewer terms, or another method");
        }
    }
}

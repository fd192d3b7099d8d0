package org.insardask.stack;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parsed name of a band of a stack. {@link #format()} gives the name back.
 */
public sealed interface BandName permits ComplexBandName, CoherenceBandName, HeightToPhaseBandName {

    /** Sub-swath and polarisation. */
    ChannelKey key();

    /** The name of the band. */
    String format();

    /**
     * Parses the name of a band.
     *
     * @return empty if the name is none of a stack's
     * @throws StackException if the name is one of a stack's, but for a date that cannot be read
     */
    static Optional<BandName> parse(String name) {
        // The order matters: an interferogram would also pass for an image of an unreadable date.
        List<Function<String, Optional<? extends BandName>>> kinds =
                List.of(InterferogramBandName::parse, SlcBandName::parse, CoherenceBandName::parse, HeightToPhaseBandName::parse);
        for (Function<String, Optional<? extends BandName>> kind : kinds) {
            Optional<? extends BandName> parsed = kind.apply(name);
            if (parsed.isPresent()) {
                return Optional.of(parsed.get());
            }
        }
        return Optional.empty();
    }
}

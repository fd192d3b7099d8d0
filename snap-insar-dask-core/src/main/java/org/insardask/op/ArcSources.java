package org.insardask.op;

import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.arc.PhaseDifference;
import org.insardask.slc.Convention;
import org.insardask.stack.ComplexBands;
import org.insardask.stack.Epoch;
import org.insardask.stack.StackDescription;
import org.insardask.stack.StackKind;
import org.insardask.tile.FloatView;
import org.insardask.tile.UsedTiles;

/** Reads single differences and amplitudes of a stack. Immutable. */
final class ArcSources {

    private final Optional<Pair> mother;
    private final List<Pair> epochs;
    /** Whether single differences are read as they are, and are floats. */
    private final boolean floats;

    /** Both parts of a complex image. */
    private record Pair(SampleBand real, SampleBand imaginary) {

        static Pair of(ComplexBands bands) {
            return new Pair(SampleBand.ofComplexPart(bands.real()), SampleBand.ofComplexPart(bands.imaginary()));
        }

        void read(Operator operator, Rectangle rectangle, double[] re, double[] im) {
            real.read(operator, rectangle, re);
            imaginary.read(operator, rectangle, im);
        }

        boolean isFloat() {
            return real.isFloat() && imaginary.isFloat();
        }
    }

    /**
     * Makes the sources of a stack.
     *
     * @throws OperatorException where the images are those of another convention than SNAP's: of them mother * conj(daughter) is no
     *     interferogram
     */
    ArcSources(StackDescription stack) {
        if (stack.kind() == StackKind.SLC) {
            requireSnapConvention(stack.mother().source());
        }
        mother = stack.kind() == StackKind.SLC ? Optional.of(Pair.of(stack.motherBands())) : Optional.empty();
        epochs = stack.epochs().stream().map(Epoch::bands).map(Pair::of).toList();
        floats = mother.isEmpty() && epochs.stream().allMatch(Pair::isFloat);
    }

    private static void requireSnapConvention(Product product) {
        MetadataElement record = product.getMetadataRoot().getElement(SlcReconstructionOp.RECORD);
        String convention = record == null ? Convention.SNAP.name() : record.getAttributeString("convention", Convention.SNAP.name());
        if (!convention.equals(Convention.SNAP.name())) {
            throw new OperatorException("the images of product '" + product.getName() + "' were made by SLC-Reconstruction with convention "
                    + convention + ", so that mother * conj(daughter) is no interferogram; expected convention SNAP, or the interferograms "
                    + "themselves");
        }
    }

    /** The number of epochs. */
    int epochs() {
        return epochs.size();
    }

    /** The number of amplitudes of a pixel: those of the images, the mother's last, or those of the interferograms. */
    int amplitudes() {
        return epochs.size() + (mother.isPresent() ? 1 : 0);
    }

    /** Returns whether every epoch has a phase where, and only where, it has an amplitude, and amplitudes can be read alone. */
    boolean haveOwnAmplitudes() {
        return floats;
    }

    /**
     * Reads the phases of a rectangle relative to a reference into the buffers, epoch by epoch.
     *
     * @param withAmplitudes whether the amplitudes of the buffers are filled too
     * @param cancellation called before each epoch
     */
    void readPhases(Operator operator, Rectangle rectangle, ReferenceSeries reference, ArcTileBuffers buffers, boolean withAmplitudes,
            Runnable cancellation) {
        if (floats) {
            readFloats(operator, rectangle, reference, buffers, withAmplitudes, cancellation);
            return;
        }
        read(operator, rectangle, buffers, withAmplitudes, (epoch, re, im, count) -> {
            cancellation.run();
            buffers.kernel().setReference(reference.real(epoch), reference.imaginary(epoch));
            buffers.kernel().doublePhase(re, im, count, buffers.phase(), epoch * buffers.stride());
        });
    }

    /** Reads the amplitudes of a rectangle into the buffers where the epochs {@link #haveOwnAmplitudes have their own}. */
    void readAmplitudes(Operator operator, Rectangle rectangle, ArcTileBuffers buffers, Runnable cancellation) {
        readFloats(operator, rectangle, null, buffers, true, cancellation);
    }

    /** The reference is null where phases are not wanted. */
    private void readFloats(Operator operator, Rectangle rectangle, ReferenceSeries reference, ArcTileBuffers buffers,
            boolean withAmplitudes, Runnable cancellation) {
        buffers.ensure(rectangle.width * rectangle.height, withAmplitudes);
        for (int e = 0; e < epochs.size(); e++) {
            cancellation.run();
            try (UsedTiles tiles = new UsedTiles(operator)) {
                FloatView re = epochs.get(e).real().view(tiles, rectangle);
                FloatView im = epochs.get(e).imaginary().view(tiles, rectangle);
                if (withAmplitudes) {
                    fillAmplitudes(re, im, rectangle, buffers, e);
                }
                if (reference != null) {
                    buffers.kernel().setReference(reference.real(e), reference.imaginary(e));
                    fillPhases(re, im, rectangle, buffers, e);
                }
            }
        }
    }

    private static void fillAmplitudes(FloatView re, FloatView im, Rectangle rectangle, ArcTileBuffers buffers, int epoch) {
        for (int row = 0; row < rectangle.height; row++) {
            buffers.kernel().amplitude(re.data(), re.offset() + row * re.stride(), im.data(), im.offset() + row * im.stride(),
                    rectangle.width, buffers.amplitude(), epoch * buffers.stride() + row * rectangle.width);
        }
    }

    private static void fillPhases(FloatView re, FloatView im, Rectangle rectangle, ArcTileBuffers buffers, int epoch) {
        for (int row = 0; row < rectangle.height; row++) {
            buffers.kernel().doublePhase(re.data(), re.offset() + row * re.stride(), im.data(), im.offset() + row * im.stride(),
                    rectangle.width, buffers.phase(), epoch * buffers.stride() + row * rectangle.width);
        }
    }

    /**
     * Reads a rectangle epoch by epoch.
     *
     * @param withAmplitudes whether the amplitudes of the buffers are filled: those of the images for a stack of images, of the
     *     interferograms for a stack of those
     * @param visitor takes the single differences of each epoch in turn
     */
    void read(Operator operator, Rectangle rectangle, ArcTileBuffers buffers, boolean withAmplitudes, DifferenceVisitor visitor) {
        int count = rectangle.width * rectangle.height;
        buffers.ensure(count, withAmplitudes);
        readMother(operator, rectangle, buffers, withAmplitudes, count);
        for (int e = 0; e < epochs.size(); e++) {
            epochs.get(e).read(operator, rectangle, buffers.real(), buffers.imaginary());
            if (withAmplitudes) {
                fillAmplitude(buffers.real(), buffers.imaginary(), count, buffers, e);
            }
            if (mother.isPresent()) {
                PhaseDifference.single(buffers.motherReal(), buffers.motherImaginary(), buffers.real(), buffers.imaginary(), count);
            }
            visitor.visit(e, buffers.real(), buffers.imaginary(), count);
        }
    }

    private void readMother(Operator operator, Rectangle rectangle, ArcTileBuffers buffers, boolean withAmplitudes, int count) {
        mother.ifPresent(pair -> pair.read(operator, rectangle, buffers.motherReal(), buffers.motherImaginary()));
        if (withAmplitudes && mother.isPresent()) {
            fillAmplitude(buffers.motherReal(), buffers.motherImaginary(), count, buffers, epochs.size());
        }
    }

    private static void fillAmplitude(double[] real, double[] imaginary, int count, ArcTileBuffers buffers, int plane) {
        buffers.kernel().amplitude(real, imaginary, count, buffers.amplitude(), plane * buffers.stride());
    }
}

package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
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

/** Reads single differences and amplitudes of a stack. Immutable. */
final class ArcSources {

    private final Optional<Pair> mother;
    private final List<Pair> epochs;

    /** Both parts of a complex image. */
    private record Pair(SampleBand real, SampleBand imaginary) {

        static Pair of(ComplexBands bands) {
            return new Pair(SampleBand.ofComplexPart(bands.real()), SampleBand.ofComplexPart(bands.imaginary()));
        }

        void read(Operator operator, Rectangle rectangle, double[] re, double[] im) {
            real.read(operator, rectangle, re);
            imaginary.read(operator, rectangle, im);
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
        } else if (withAmplitudes) {
            int from = epochs.size() * buffers.stride();
            Arrays.fill(buffers.amplitude(), from, from + count, Float.NaN);
        }
    }

    private static void fillAmplitude(double[] real, double[] imaginary, int count, ArcTileBuffers buffers, int plane) {
        PhaseDifference.amplitude(real, imaginary, count, buffers.amplitude(), plane * buffers.stride());
    }
}

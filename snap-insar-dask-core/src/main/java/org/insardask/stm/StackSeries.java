package org.insardask.stm;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.insardask.stack.ChannelKey;
import org.insardask.stack.ComplexBandName;
import org.insardask.stack.Component;
import org.insardask.stack.Dialect;
import org.insardask.stack.HeightToPhaseBandName;
import org.insardask.stack.InterferogramBandName;
import org.insardask.stack.Role;
import org.insardask.stack.SeriesBandName;
import org.insardask.stack.SlcBandName;

/**
 * What operators on stacks need, made of the series of a matrix: complex images or interferograms, and height-to-phase factors (m/m)
 * relative to the mother.
 *
 * <p>Displacements d (m, positive towards the satellite) and amplitudes a become images a exp(j 4 pi d / wavelength), so that
 * mother * conj(daughter) has the phase -4 pi / wavelength (d - d of the mother), as SNAP's interferograms have.
 */
final class StackSeries {

    private static final ChannelKey NO_CHANNEL = new ChannelKey("", "");
    private static final String READY = "_values";
    private static final double MILLI = 1e-3;

    private final StmMatrix matrix;
    private final StmEpochs epochs;
    private final StmSettings settings;
    private final Optional<Double> wavelength;

    StackSeries(StmMatrix matrix, StmEpochs epochs, StmSettings settings) throws IOException {
        this.matrix = matrix;
        this.epochs = epochs;
        this.settings = settings;
        this.wavelength = settings.wavelength();
    }

    /** A series of one of some names, in the order of the names. */
    static Optional<StmVariable> find(StmMatrix matrix, StmVariable.Form form, String... names) {
        return Arrays.stream(names).flatMap(name -> matrix.variables().stream()
                .filter(variable -> variable.series() && variable.form() == form && variable.name().equals(name))).findFirst();
    }

    static Optional<StmVariable> displacement(StmMatrix matrix) {
        return find(matrix, StmVariable.Form.NUMBER, "d", "deformation", "displacement");
    }

    static Optional<StmVariable> heightToPhase(StmMatrix matrix) {
        String name = SeriesBandName.HEIGHT_TO_PHASE;
        return find(matrix, StmVariable.Form.NUMBER, name, name + READY);
    }

    /** The complex numbers that are the stack. */
    static Optional<StmVariable> complex(StmMatrix matrix) {
        return find(matrix, StmVariable.Form.COMPLEX, "complex", "sd_complex", "slc", "ifg").or(() -> matrix.variables().stream()
                .filter(variable -> variable.series() && variable.form() == StmVariable.Form.COMPLEX).findFirst());
    }

    /** The complex bands by their names, empty where there are neither complex numbers nor displacements of a known wavelength. */
    Map<ComplexBandName, PointValues> complexBands() throws IOException {
        Optional<StmVariable> complex = complex(matrix);
        Optional<StmVariable> displacement = displacement(matrix);
        if (complex.isPresent()) {
            return ofComplex(complex.get());
        }
        return displacement.isPresent() && wavelength.isPresent() ? ofDisplacement(displacement.get()) : Map.of();
    }

    private Map<ComplexBandName, PointValues> ofComplex(StmVariable variable) throws IOException {
        boolean differences = variable.name().equals("sd_complex") || variable.name().equals("ifg");
        String what = settings.word(StmSettings.COMPLEX, differences ? "INTERFEROGRAMS" : "IMAGES", "IMAGES", "INTERFEROGRAMS");
        boolean images = what.equals("IMAGES");
        if (images) {
            epochs.requireMother();
        } else if (settings.mother().isEmpty()) {
            throw new IOException("'" + variable.name() + "' holds interferograms, and nobody says of which mother; expected "
                    + StmSettings.MOTHER + ", or " + StmSettings.COMPLEX + " = IMAGES");
        }
        Map<ComplexBandName, PointValues> bands = new LinkedHashMap<>();
        for (int e = 0; e < epochs.dates().size(); e++) {
            int epoch = e;
            for (Component component : Component.values()) {
                bands.put(images ? image(component, e) : interferogram(component, e),
                        (first, count, out) -> matrix.read(variable, epoch, component == Component.REAL ? 0 : 1, first, count, out));
            }
        }
        return bands;
    }

    private Map<ComplexBandName, PointValues> ofDisplacement(StmVariable variable) throws IOException {
        epochs.requireMother();
        String unit = settings.word(StmSettings.DISPLACEMENT_UNIT, variable.unit().equals("mm") ? "mm" : "m", "m", "mm");
        double perUnit = 4.0 * Math.PI / wavelength.orElseThrow() * (unit.equals("mm") ? MILLI : 1.0);
        Optional<StmVariable> amplitude = find(matrix, StmVariable.Form.NUMBER, "a", "amplitude");
        Map<ComplexBandName, PointValues> bands = new LinkedHashMap<>();
        for (int e = 0; e < epochs.dates().size(); e++) {
            for (Component component : Component.values()) {
                bands.put(image(component, e), turned(variable, amplitude, e, perUnit, component));
            }
        }
        return bands;
    }

    private PointValues turned(StmVariable displacement, Optional<StmVariable> amplitude, int epoch, double perUnit, Component part) {
        return (first, count, out) -> {
            double[] amplitudes = new double[count];
            Arrays.fill(amplitudes, 1.0);
            if (amplitude.isPresent()) {
                matrix.read(amplitude.get(), epoch, 0, first, count, amplitudes);
            }
            matrix.read(displacement, epoch, 0, first, count, out);
            for (int k = 0; k < count; k++) {
                double phase = perUnit * out[k];
                out[k] = amplitudes[k] * (part == Component.REAL ? Math.cos(phase) : Math.sin(phase));
            }
        };
    }

    private ComplexBandName image(Component component, int epoch) {
        int mother = epochs.motherIndex();
        LocalDate date = epochs.dates().get(epoch);
        Role role = epoch == mother ? Role.mother(Dialect.SNAP_14) : Role.daughter(Dialect.SNAP_14, epoch < mother ? epoch + 1 : epoch);
        return new SlcBandName(component, NO_CHANNEL, role, Optional.of(date));
    }

    private ComplexBandName interferogram(Component component, int epoch) {
        return new InterferogramBandName(component, "", NO_CHANNEL, epochs.mother(), epochs.dates().get(epoch));
    }

    /** The factors of the daughters in m/m; empty where the file has none, or their unit is rad/m and the wavelength is not known. */
    Map<HeightToPhaseBandName, PointValues> heightToPhaseBands(String usualUnit) throws IOException {
        Optional<StmVariable> variable = heightToPhase(matrix);
        if (variable.isEmpty()) {
            return Map.of();
        }
        boolean radians = heightToPhaseUnit(variable.get(), usualUnit).equals("rad/m");
        if (radians && wavelength.isEmpty()) {
            return Map.of();
        }
        double factor = radians ? -wavelength.orElseThrow() / (4.0 * Math.PI) : 1.0;
        Map<HeightToPhaseBandName, PointValues> bands = new LinkedHashMap<>();
        for (int e = 0; e < epochs.dates().size(); e++) {
            if (e != epochs.motherIndex()) {
                bands.put(new HeightToPhaseBandName(NO_CHANNEL, epochs.dates().get(e)), relative(variable.get(), e, factor));
            }
        }
        return bands;
    }

    String heightToPhaseUnit(StmVariable variable, String usualUnit) throws IOException {
        String usual = variable.name().endsWith(READY) ? "m/m" : usualUnit;
        boolean known = variable.unit().equals("rad/m") || variable.unit().equals("m/m");
        return settings.word(StmSettings.HEIGHT_TO_PHASE_UNIT, known ? variable.unit() : usual, "m/m", "rad/m");
    }

    private PointValues relative(StmVariable variable, int epoch, double factor) {
        int mother = epochs.motherIndex();
        return (first, count, out) -> {
            double[] ofMother = new double[count];
            if (mother >= 0) {
                matrix.read(variable, mother, 0, first, count, ofMother);
            }
            matrix.read(variable, epoch, 0, first, count, out);
            for (int k = 0; k < count; k++) {
                out[k] = factor * (out[k] - (Double.isNaN(ofMother[k]) ? 0.0 : ofMother[k]));
            }
        };
    }
}

package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArcModelTest {

    private static final List<ArcTerm> TWO = List.of(ArcTerm.OFFSET, ArcTerm.THERMAL);

    private static String refused(double wavelength, double[] years, double[] temperature, List<ArcTerm> terms, double... prior) {
        return assertThrows(IllegalArgumentException.class, () -> new ArcModel(wavelength, years, temperature, terms, prior)).getMessage();
    }

    @Test
    void designHasTheUnitsOfTheTerms() {
        double lambda = 0.05;
        ArcModel model = new ArcModel(lambda, new double[] {-2.0, 0.5}, new double[] {3.0, -4.0}, Simulation.TERMS, Simulation.PRIOR);
        double[] design = new double[8];
        model.fillDesign(new double[] {1.0e-5, -2.0e-5}, design);
        double m2ph = -4.0 * Math.PI / lambda;
        double[] expected = {1.0, -2.0 * m2ph / 1000.0, 1.0e-5 * m2ph, 3.0 * m2ph / 1000.0,
            1.0, 0.5 * m2ph / 1000.0, -2.0e-5 * m2ph, -4.0 * m2ph / 1000.0};
        for (int i = 0; i < 8; i++) {
            assertEquals(expected[i], design[i], 1.0e-12);
        }
        assertEquals(-lambda / (4.0 * Math.PI) * 1000.0, model.millimetresPerRadian(), 1.0e-12);
    }

    @Test
    void masksAreDifferentBits() {
        int sum = 0;
        for (ArcFlag flag : ArcFlag.values()) {
            assertEquals(0, sum & flag.mask());
            sum |= flag.mask();
        }
        assertEquals(2047, sum);
    }

    @Test
    void misuseIsNamed() {
        double[] years = {0.0, 1.0};
        assertEquals("The wavelength is 0.0 m, expected a positive number", refused(0.0, years, years, TWO, 1.0, 1.0));
        assertEquals("There are no temperatures, expected one for each epoch", refused(0.05, years, null, TWO, 1.0, 1.0));
        assertEquals("There are 1 temperatures, expected 2", refused(0.05, years, new double[1], TWO, 1.0, 1.0));
        assertEquals("There are no epochs", refused(0.05, new double[0], null, List.of(ArcTerm.OFFSET), 1.0));
        assertEquals("The prior sigma of THERMAL is 0.0 mm/degC, expected a positive number", refused(0.05, years, years, TWO, 1.0, 0.0));
        assertEquals("The terms are [OFFSET, OFFSET] with 2 prior sigmas, expected at least one term, each once and with one sigma",
                refused(0.05, years, years, List.of(ArcTerm.OFFSET, ArcTerm.OFFSET), 1.0, 1.0));
    }
}

package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Rectangle;
import java.io.File;
import java.util.Map;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters are converted from text, checked, and refused with a message that names them. */
class ParameterTest {

    private final Operator operator = new OperatorSpi(Probe.class) {
    }.createOperator();

    /** Kinds of things. */
    enum Kind { FIRST, SECOND }

    /** An operator with a parameter of each type. */
    @OperatorMetadata(alias = "Probe")
    @SuppressWarnings("UnusedVariable") // The engine sets and reads the fields.
    public static class Probe extends Operator {

        @Parameter(defaultValue = "1.5", interval = "(0,10]")
        private double number;

        @Parameter(defaultValue = "7")
        private int count;

        @Parameter(defaultValue = "true")
        private boolean flag;

        @Parameter
        private Float optional;

        @Parameter(defaultValue = "FIRST")
        private Kind kind;

        @Parameter(alias = "names")
        private String[] nameList;

        @Parameter(interval = "[0,1]")
        private double[] weights;

        @Parameter
        private Kind[] kinds;

        @Parameter
        private File file;

        @Parameter
        private Rectangle region;

        @Parameter(valueSet = {"a", "b"})
        private String choice;

        @Parameter(pattern = "[a-z]+")
        private String word;

        @Parameter(notNull = true, notEmpty = true)
        private String needed;

        @Override
        public void initialize() {
            setTargetProduct(new Product(kind + " " + flag + " " + needed, "PROBE", 1, 1));
        }
    }

    private Object set(String name, Object value) {
        operator.setParameter(name, value);
        return operator.getParameter(name);
    }

    @Test
    void defaultsAreSet() {
        assertEquals(1.5, operator.getParameter("number"));
        assertEquals(7, operator.getParameter("count"));
        assertEquals(true, operator.getParameter("flag"));
        assertEquals(Kind.FIRST, operator.getParameter("kind"));
        assertNull(operator.getParameter("optional"));
        assertNull(operator.getParameter("names"));
        assertEquals("none", operator.getParameter("choice", "none"));
    }

    @Test
    void textIsConverted() {
        assertEquals(2.25, set("number", "+2.25"));
        assertEquals(-3, set("count", " -3 "));
        assertEquals(false, set("flag", "FALSE"));
        assertEquals(0.5f, set("optional", "0.5"));
        assertNull(set("optional", ""));
        assertEquals(Kind.SECOND, set("kind", "SECOND"));
        assertEquals(new File("a dir/b.csv"), set("file", "a dir/b.csv"));
        assertEquals(new Rectangle(1, 2, 30, 40), set("region", "1, 2,30 ,40"));
    }

    @Test
    void arraysAreSeparatedByCommas() {
        assertArrayEquals(new String[]{"a", "b c", "d,e"}, (String[]) set("names", "a,b c,d\\u002Ce"));
        assertArrayEquals(new double[]{0, 0.5, 1}, (double[]) set("weights", "0, .5,1"));
        assertArrayEquals(new Kind[]{Kind.SECOND, Kind.FIRST}, (Kind[]) set("kinds", "SECOND, FIRST"));
        assertNull(set("kinds", ""));
    }

    @Test
    void valuesOfTheTypeAreTaken() {
        assertEquals(4.0, set("number", 4.0));
        assertArrayEquals(new String[]{"x"}, (String[]) set("nameList", new String[]{"x"}));
        assertEquals(Kind.SECOND, set("kind", Kind.SECOND));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "number | 0     | Parameter 'number' of operator 'Probe': '0.0' is not in the interval (0,10].",
        "number | NaN   | Parameter 'number' of operator 'Probe': 'NaN' is not in the interval (0,10].",
        "number | ten   | Parameter 'number' of operator 'Probe': 'ten' is not a number of type double.",
        "number | ''    | Parameter 'number' of operator 'Probe': needs a value.",
        "count  | 1.5   | Parameter 'count' of operator 'Probe': '1.5' is not a number of type int.",
        "flag   | 1     | Parameter 'flag' of operator 'Probe': '1' is neither true nor false.",
        "flag   | maybe | Parameter 'flag' of operator 'Probe': 'maybe' is neither true nor false.",
        "kind   | THIRD | Parameter 'kind' of operator 'Probe': 'THIRD' is not one of FIRST, SECOND.",
        "kinds  | FIRST,x | Parameter 'kinds' of operator 'Probe': 'FIRST,x' is not one of FIRST, SECOND.",
        "weights | 0,2  | Parameter 'weights' of operator 'Probe': '0.0,2.0' has '2.0', which is not in the interval [0,1].",
        "region | 1,2,3 | Parameter 'region' of operator 'Probe': '1,2,3' is not of the form x,y,width,height.",
        "choice | c     | Parameter 'choice' of operator 'Probe': 'c' is not one of a, b.",
        "word   | A1    | Parameter 'word' of operator 'Probe': 'A1' does not match the pattern [a-z]+.",
        "needed | ' '   | Parameter 'needed' of operator 'Probe': ' ' must not be empty."})
    void wrongTextIsRefused(String name, String text, String message) {
        assertEquals(message, assertThrows(OperatorException.class, () -> operator.setParameter(name, text)).getMessage());
    }

    @Test
    void valueOfAnotherTypeIsRefused() {
        OperatorException e = assertThrows(OperatorException.class, () -> operator.setParameter("count", 1.0));
        assertEquals("Parameter 'count' of operator 'Probe': '1.0' is of type Double, but int is expected.", e.getMessage());
    }

    @Test
    void unknownParameterIsRefusedWithThoseThereAre() {
        OperatorException e = assertThrows(OperatorException.class, () -> OperatorContext.of(operator).setParameters(Map.of("nmae", "x")));
        assertEquals("Operator 'Probe' has no parameter 'nmae'. Its parameters are: number, count, flag, optional, kind, names, weights, "
                + "kinds, file, region, choice, word, needed.", e.getMessage());
    }

    @Test
    void missingParameterIsRefusedBeforeInitialize() {
        OperatorException e = assertThrows(OperatorException.class, operator::getTargetProduct);
        assertEquals("Parameter 'needed' of operator 'Probe': has to be set.", e.getMessage());
        operator.setParameter("needed", "x");
        assertEquals("FIRST true x", operator.getTargetProduct().getName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[0,1]|0|true", "(0,1]|0|false", "[0,1)|1|false", "[-2, *)|1e300|true", "(*,3]|3.5|false"})
    void intervals(String interval, double value, boolean inside) {
        assertEquals(inside, Interval.parse(interval).contains(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0,1", "[0]", "[0,1", "[,]"})
    void wrongIntervalsAreRefused(String interval) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Interval.parse(interval));
        assertEquals("'" + interval + "' is not an interval such as [0,1) or (0,*].", e.getMessage());
    }
}

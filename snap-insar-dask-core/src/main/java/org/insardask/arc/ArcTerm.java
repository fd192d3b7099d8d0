package org.insardask.arc;

/**
 * A parameter of the functional model of an arc. Coefficients are radians per unit of the parameter, with m2ph = -4 pi / wavelength, so
 * that height is positive up and displacement positive towards the satellite. Displacements are in millimetres; all
 * terms are relative to the mother, but for the offset.
 *
 * <p>To add a term, add a constant.
 */
public enum ArcTerm {
    /** Constant phase (rad). */
    OFFSET("rad", true) {
        @Override
        double coefficient(double m2ph, double years, double heightToPhase, double temperature) {
            return 1.0;
        }
    },
    /** Linear displacement (mm/year). */
    VELOCITY("mm/year", true) {
        @Override
        double coefficient(double m2ph, double years, double heightToPhase, double temperature) {
            return m2ph / 1000.0 * years;
        }
    },
    /** Height difference (m). */
    HEIGHT("m", false) {
        @Override
        double coefficient(double m2ph, double years, double heightToPhase, double temperature) {
            return m2ph * heightToPhase;
        }

        @Override
        void fill(double m2ph, double[] years, double[] heightToPhase, double[] temperature, double[] design, int first, int step) {
            for (int i = 0; i < years.length; i++) {
                design[first + i * step] = m2ph * heightToPhase[i];
            }
        }

        @Override
        void fillRow(double m2ph, double years, float[] heightToPhase, int from, double temperature, double[] row, int count) {
            for (int i = 0; i < count; i++) {
                row[i] = m2ph * heightToPhase[from + i];
            }
        }

        @Override
        public boolean dependsOnPosition() {
            return true;
        }
    },
    /** Displacement by temperature (mm/degC). */
    THERMAL("mm/degC", false) {
        @Override
        double coefficient(double m2ph, double years, double heightToPhase, double temperature) {
            return m2ph / 1000.0 * temperature;
        }

        @Override
        public boolean needsTemperature() {
            return true;
        }
    },
    /** Displacement with the square of time, half the acceleration (mm/year^2); 0 at the mother. */
    QUADRATIC("mm/year^2", true) {
        @Override
        double coefficient(double m2ph, double years, double heightToPhase, double temperature) {
            return m2ph / 1000.0 * years * years;
        }
    },
    /** Displacement with the sine of one year, counted from the mother (mm). */
    SEASONAL_SINE("mm", true) {
        @Override
        double coefficient(double m2ph, double years, double heightToPhase, double temperature) {
            return m2ph / 1000.0 * Math.sin(2.0 * Math.PI * years);
        }
    },
    /** Displacement with the cosine of one year, less its value at the mother, cos(2 pi t) - 1 (mm). */
    SEASONAL_COSINE("mm", true) {
        @Override
        double coefficient(double m2ph, double years, double heightToPhase, double temperature) {
            return m2ph / 1000.0 * (Math.cos(2.0 * Math.PI * years) - 1.0);
        }
    };

    private final String unit;
    private final boolean displacement;

    ArcTerm(String unit, boolean displacement) {
        this.unit = unit;
        this.displacement = displacement;
    }

    /**
     * Returns the coefficient of one epoch (rad per unit).
     *
     * @param m2ph -4 pi / wavelength (rad/m)
     * @param years time since the mother (years)
     * @param heightToPhase perpendicular baseline / (range sin(incidence)) (m/m)
     * @param temperature temperature minus that of the mother (degC)
     */
    abstract double coefficient(double m2ph, double years, double heightToPhase, double temperature);

    /**
     * Writes the coefficients of all epochs. A term that depends on the position is filled for every arc, and may have a loop of its own.
     *
     * @param heightToPhase n elements; null where the term does not depend on it
     * @param design output, at first, first + step, ...
     */
    void fill(double m2ph, double[] years, double[] heightToPhase, double[] temperature, double[] design, int first, int step) {
        for (int i = 0; i < years.length; i++) {
            design[first + i * step] = coefficient(m2ph, years[i], heightToPhase == null ? 0.0 : heightToPhase[i], temperature[i]);
        }
    }

    /**
     * Writes the coefficients of one epoch for neighbouring arcs. A term that depends on the position is filled for every arc, and may have
     * a loop of its own.
     *
     * @param heightToPhase of the arcs, from index from on (m/m)
     * @param row output, count elements
     */
    void fillRow(double m2ph, double years, float[] heightToPhase, int from, double temperature, double[] row, int count) {
        for (int i = 0; i < count; i++) {
            row[i] = coefficient(m2ph, years, heightToPhase[from + i], temperature);
        }
    }

    /** Returns the unit of the parameter. */
    public String unit() {
        return unit;
    }

    /** Returns whether the term belongs to the non-thermal displacement, offset included. */
    public boolean isDisplacement() {
        return displacement;
    }

    /** Returns whether the coefficients differ from arc to arc. */
    public boolean dependsOnPosition() {
        return false;
    }

    /** Returns whether temperatures are needed. */
    public boolean needsTemperature() {
        return false;
    }
}

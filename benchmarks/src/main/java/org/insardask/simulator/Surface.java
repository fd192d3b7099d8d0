package org.insardask.simulator;

/** What a pixel shows. The code is the value of the class band in the truth product. */
enum Surface {
    /** Weak and decorrelated. */
    WATER(0),
    /** Decorrelated. */
    VEGETATION(1),
    /** Streets, walls, poles: coherent, 0.35 to 0.6 rad of interferometric phase noise. */
    STREET(2),
    /** Coherent, 0.2 to 0.35 rad. */
    BUILDING(3),
    /** A corner reflector: 0.05 rad. */
    REFLECTOR(4),
    /** Outside the acquisition: samples are 0. */
    NO_DATA(5);

    private static final Surface[] BY_CODE = values();

    private final int code;

    Surface(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Surface of(int code) {
        return BY_CODE[code];
    }

    boolean coherent() {
        return this == STREET || this == BUILDING || this == REFLECTOR;
    }
}

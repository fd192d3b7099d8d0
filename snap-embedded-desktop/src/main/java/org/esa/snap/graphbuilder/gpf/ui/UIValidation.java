package org.esa.snap.graphbuilder.gpf.ui;

/** What a panel says about its parameters. */
public class UIValidation {

    private final State state;
    private final String msg;

    public UIValidation(State state, String theMessage) {
        this.state = state;
        this.msg = theMessage;
    }

    public State getState() {
        return state;
    }

    /** The message; empty where all is well. */
    public String getMsg() {
        return msg;
    }

    /** How grave it is. */
    public enum State {
        OK, ERROR, WARNING
    }
}

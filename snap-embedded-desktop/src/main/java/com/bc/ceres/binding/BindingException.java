package com.bc.ceres.binding;

/** A value does not fit what it is bound to. */
public class BindingException extends Exception {

    public BindingException(String message) {
        super(message);
    }

    public BindingException(String message, Throwable cause) {
        super(message, cause);
    }
}

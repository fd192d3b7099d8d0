package com.bc.ceres.binding;

/** A value is not allowed. */
public class ValidationException extends BindingException {

    public ValidationException(String message) {
        super(message);
    }

    public ValidationException(String message, Throwable cause) {
        super(message, cause);
    }
}

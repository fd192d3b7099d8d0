package com.bc.ceres.binding;

/** A text is no value of the type that is wanted. */
public class ConversionException extends BindingException {

    public ConversionException(String message) {
        super(message);
    }

    public ConversionException(String message, Throwable cause) {
        super(message, cause);
    }
}

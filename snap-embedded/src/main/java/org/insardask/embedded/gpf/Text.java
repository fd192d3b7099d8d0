package org.insardask.embedded.gpf;

/** Small helpers for text in annotations, where empty stands for none. */
final class Text {

    private Text() {
    }

    static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

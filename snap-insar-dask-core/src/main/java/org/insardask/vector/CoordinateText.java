package org.insardask.vector;

import java.util.Arrays;

/**
 * Numbers of a text of coordinates that comes in pieces, without a copy of the text: {@link #clear()}, {@link #add} for every piece,
 * {@link #end()}. Numbers are separated by commas and white space; a position ends at white space without a comma beside it.
 */
final class CoordinateText {
    private double[] numbers = new double[256];
    private int size;
    private int[] positionEnd = new int[128];
    private int positions;
    private char[] token = new char[32];
    private int tokenLength;
    private boolean afterComma;
    private boolean spaceSeen;

    void clear() {
        size = 0;
        positions = 0;
        tokenLength = 0;
        afterComma = false;
        spaceSeen = false;
    }

    /**
     * Adds a piece.
     *
     * @throws NumberFormatException where there is something else than numbers
     */
    void add(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            char c = text[i];
            if (c == ',') {
                endNumber();
                afterComma = true;
                spaceSeen = false;
            } else if (c <= ' ') {
                endNumber();
                spaceSeen = true;
            } else {
                beginOrContinue(c);
            }
        }
    }

    private void beginOrContinue(char c) {
        if (tokenLength == 0) {
            if (spaceSeen && !afterComma) {
                endPosition();
            }
            afterComma = false;
            spaceSeen = false;
        }
        if (tokenLength == token.length) {
            if (tokenLength >= NumberText.MAX_LENGTH) {
                throw new NumberFormatException("a number is longer than " + NumberText.MAX_LENGTH + " digits");
            }
            token = Arrays.copyOf(token, 2 * tokenLength);
        }
        token[tokenLength++] = c;
    }

    private void endNumber() {
        if (tokenLength == 0) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        try {
            numbers[size++] = NumberText.parse(token, 0, tokenLength);
        } catch (NumberFormatException e) {
            String what = "'" + new String(token, 0, Math.min(tokenLength, 30)) + "' is no number";
            throw (NumberFormatException) new NumberFormatException(what).initCause(e);
        }
        tokenLength = 0;
    }

    private void endPosition() {
        if (size == (positions == 0 ? 0 : positionEnd[positions - 1])) {
            return;
        }
        if (positions == positionEnd.length) {
            positionEnd = Arrays.copyOf(positionEnd, 2 * positions);
        }
        positionEnd[positions++] = size;
    }

    void end() {
        endNumber();
        endPosition();
    }

    /** Returns how many numbers there are. */
    int numbers() {
        return size;
    }

    /** Returns how many positions there are. */
    int positions() {
        return positions;
    }

    /** Returns the first number of a position, and how many it has with {@link #lengthOf}. */
    int startOf(int position) {
        return position == 0 ? 0 : positionEnd[position - 1];
    }

    int lengthOf(int position) {
        return positionEnd[position] - startOf(position);
    }

    double number(int place) {
        return numbers[place];
    }
}

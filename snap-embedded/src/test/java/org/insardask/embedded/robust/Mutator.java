package org.insardask.embedded.robust;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages files in the ways in which files are damaged, and a few more. The same seed gives the same damage. For one thread. */
final class Mutator {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TOKEN = Pattern.compile("</?\\w+[^<>]*>|\"[^\"]*\"|[\\[\\]{},:]|[^\\s,<>\"\\[\\]{}]+");
    private static final List<String> EXTREMES = List.of("0", "-1", "1", "2147483647", "2147483648", "-2147483648", "65536",
            "9223372036854775807", "99999999999999999999", "NaN", "Infinity", "1e308", "1e999", "-0.0", "4.9e-324", "", "null", "x",
            "\u0000", "\uffff", "${a}", "$", "&amp;", "&e;", "../../..", "%s%n", "'", "<a>", "]]>", "[[[[", "{}");

    private final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    /** A damaged copy. */
    byte[] mutate(byte[] original) {
        byte[] bytes = original.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            bytes = mutateOnce(bytes);
        }
        return bytes;
    }

    private byte[] mutateOnce(byte[] bytes) {
        if (bytes.length < 2) {
            return new byte[] {(byte) random.nextInt()};
        }
        return switch (random.nextInt(8)) {
            case 0 -> flip(bytes);
            case 1 -> cut(bytes, 0, random.nextInt(bytes.length));
            case 2 -> without(bytes);
            case 3 -> repeated(bytes);
            case 4 -> overwritten(bytes);
            case 5 -> withText(bytes, NUMBER, EXTREMES.get(random.nextInt(EXTREMES.size())));
            case 6 -> withText(bytes, TOKEN, EXTREMES.get(random.nextInt(EXTREMES.size())));
            default -> spliced(bytes);
        };
    }

    private byte[] flip(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] cut(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private byte[] without(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
        return join(cut(bytes, 0, from), cut(bytes, to, bytes.length));
    }

    private byte[] repeated(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
        byte[] copy = cut(bytes, 0, to);
        int times = random.nextInt(20) == 0 ? 2000 : 1 + random.nextInt(3);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(copy);
        for (int i = 0; i < times; i++) {
            joined.writeBytes(cut(bytes, from, to));
        }
        joined.writeBytes(cut(bytes, to, bytes.length));
        return joined.toByteArray();
    }

    private byte[] overwritten(byte[] bytes) {
        byte[] copy = bytes.clone();
        int from = random.nextInt(copy.length);
        byte value = new byte[] {0, -1, 127, -128}[random.nextInt(4)];
        for (int i = from; i < Math.min(copy.length, from + 1 + random.nextInt(8)); i++) {
            copy[i] = value;
        }
        return copy;
    }

    private byte[] withText(byte[] bytes, Pattern pattern, String text) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        List<MatchResult> found = pattern.matcher(all).results().toList();
        if (found.isEmpty()) {
            return flip(bytes);
        }
        MatchResult place = found.get(random.nextInt(found.size()));
        byte[] insert = text.getBytes(StandardCharsets.UTF_8);
        return join(join(cut(bytes, 0, place.start()), insert), cut(bytes, place.end(), bytes.length));
    }

    private byte[] spliced(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        List<MatchResult> found = TOKEN.matcher(all).results().toList();
        return found.isEmpty() ? flip(bytes) : withText(bytes, TOKEN, found.get(random.nextInt(found.size())).group());
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}

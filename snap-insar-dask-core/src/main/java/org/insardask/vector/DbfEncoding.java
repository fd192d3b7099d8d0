package org.insardask.vector;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Encodings as the .cpg of a Shapefile or the language byte of a .dbf names them. */
final class DbfEncoding {

    private DbfEncoding() {
    }

    /**
     * Returns the encoding for what a .cpg says: a name, a code page number, or {@code ANSI 1252}.
     *
     * @throws IllegalArgumentException where there is no such encoding
     */
    static Charset named(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|OEM|CP|LDID/)\\s*", "");
        if (upper.equals("65001") || upper.equals("UTF8")) {
            return StandardCharsets.UTF_8;
        }
        if (upper.matches("8859\\d+")) {
            return Charset.forName("ISO-8859-" + upper.substring(4));
        }
        if (upper.matches("125\\d")) {
            return Charset.forName("windows-" + upper);
        }
        return upper.matches("\\d{3,4}") ? codePage(Integer.parseInt(upper)) : Charset.forName(name);
    }

    /** Returns the encoding for the language byte of a .dbf, ISO 8859-1 for one that says nothing. */
    static Charset ofLanguage(int language) {
        int page = switch (language) {
            case 0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b -> 437;
            case 0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37 -> 850;
            case 0x03, 0x57, 0x58, 0x59 -> 1252;
            case 0x08, 0x17, 0x66 -> 865;
            case 0x13, 0x7b -> 932;
            case 0x1c, 0x6c -> 863;
            case 0x1f, 0x22, 0x23, 0x40, 0x64, 0x87 -> 852;
            case 0x24 -> 860;
            case 0x26, 0x65 -> 866;
            case 0x67 -> 861;
            case 0x6a, 0x86 -> 737;
            case 0x6b, 0x88 -> 857;
            case 0x4e, 0x79 -> 949;
            case 0x4d, 0x7a -> 936;
            case 0x4f, 0x78 -> 950;
            case 0x50, 0x7c -> 874;
            case 0x7d -> 1255;
            case 0x7e -> 1256;
            case 0xc8 -> 1250;
            case 0xc9 -> 1251;
            case 0xca -> 1254;
            case 0xcb -> 1253;
            case 0xcc -> 1257;
            default -> 0;
        };
        return page == 0 ? StandardCharsets.ISO_8859_1 : codePage(page);
    }

    private static Charset codePage(int page) {
        return switch (page) {
            case 932 -> Charset.forName("windows-31j");
            case 936 -> Charset.forName("GBK");
            case 949 -> Charset.forName("x-windows-949");
            case 950 -> Charset.forName("Big5");
            case 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258 -> {
                String name = page == 874 ? "x-windows-874" : "windows-" + page;
                yield Charset.forName(name);
            }
            default -> Charset.forName("IBM" + page);
        };
    }
}

package org.insardask.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrokeFontTest {
    private static final String LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-+/():=%_\u00b0";

    private static String drawn(char letter) {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        new StrokeFont(20).draw(graphics, String.valueOf(letter), 8, 28);
        graphics.dispose();
        StringBuilder pixels = new StringBuilder();
        for (int k = 0; k < 1600; k++) {
            pixels.append((image.getRGB(k % 40, k / 40) & 0xFF) > 127 ? '#' : '.');
        }
        return pixels.toString();
    }

    @Test
    void everyLetterHasAShapeOfItsOwn() {
        Map<String, Character> shapes = new HashMap<>();
        String unknown = drawn('\u2603');
        for (int k = 0; k < LETTERS.length(); k++) {
            char letter = LETTERS.charAt(k);
            String shape = drawn(letter);
            assertTrue(shape.contains("#"), "nothing drawn for " + letter);
            assertTrue(!shape.equals(unknown), "no shape for " + letter);
            Character other = shapes.put(shape, letter);
            boolean alike = other != null && "Il".indexOf(letter) >= 0;
            assertTrue(other == null || alike, letter + " looks as " + other);
        }
    }

    @Test
    void widthGrowsWithTheText() {
        StrokeFont font = new StrokeFont(10);
        assertEquals(0, font.width(""));
        assertTrue(font.width("ab") > font.width("a"));
    }
}

package org.insardask.embedded.dimap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elements of XML files: text, attributes, children, and what is refused. */
class XmlNodeTest {

    @TempDir
    private Path folder;

    private XmlNode parse(String text) throws IOException {
        return XmlNode.parse(Files.writeString(folder.resolve("a.dim"), text));
    }

    @Test
    void textHoldsThatOfTheChildrenInItsPlaceAndNoComments() throws IOException {
        XmlNode root = parse("<r> one<a>two<b>three</b><c/>four</a><!-- not this --><![CDATA[<five>]]> &amp;\u00e9 </r>");
        assertEquals("onetwothreefour<five> &\u00e9", root.text());
        assertEquals("twothreefour", root.text("a"));
        assertEquals("three", root.at("a", "b").text());
        assertNull(root.child("a").text("c"));
    }

    @Test
    void childrenAndAttributesAreFoundByName() throws IOException {
        XmlNode root = parse("<r><a n='1'/><b/><a n='' m='x &lt; y'/></r>");
        assertEquals("r", root.name());
        assertEquals(2, root.children("a").size());
        assertEquals("1", root.child("a").attribute("n"));
        assertNull(root.child("a").attribute("m"));
        assertEquals("", root.children("a").get(1).attribute("n"));
        assertEquals("x < y", root.children("a").get(1).attribute("m"));
        assertNull(root.at("b", "c"));
    }

    @Test
    void longTextIsWhole() throws IOException {
        String line = "0123456789 &amp; ";
        assertEquals("0123456789 & ".repeat(20_000).trim(), parse("<r><a>" + line.repeat(20_000) + "</a></r>").text("a"));
    }

    @Test
    void documentTypesAndBrokenFilesAreRefused() {
        IOException type = assertThrows(IOException.class, () -> parse("<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;</r>"));
        assertTrue(type.getMessage().contains("a document type (<!DOCTYPE>) is not allowed"), type.getMessage());
        IOException open = assertThrows(IOException.class, () -> parse("<r>\n<a></r>"));
        assertTrue(open.getMessage().contains("not well-formed XML, line 2"), open.getMessage());
        IOException deep = assertThrows(IOException.class, () -> parse("<a>".repeat(600) + "</a>".repeat(600)));
        assertTrue(deep.getMessage().contains("nested more than 500 deep"), deep.getMessage());
    }

    @Test
    void messagesNameTheElementAndWhatWasExpected() throws IOException {
        XmlNode root = parse("<r><n>x</n></r>");
        assertEquals(folder.resolve("a.dim") + ": <n> in <r> is 'x', expected an integer",
                assertThrows(IOException.class, () -> root.requiredInt("n")).getMessage());
        assertEquals(folder.resolve("a.dim") + ": element <r> has no text in <m>",
                assertThrows(IOException.class, () -> root.requiredText("m")).getMessage());
        assertEquals(folder.resolve("a.dim") + ": element <r> has no <m>",
                assertThrows(IOException.class, () -> root.required("m")).getMessage());
    }
}

package org.insardask.embedded.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of an XML file: its attributes, its child elements, its text without surrounding space, and the line it starts in. */
final class XmlElement {

    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    void setAttribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    /** The value of an attribute, or null. */
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    Map<String, String> attributes() {
        return attributes;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    List<XmlElement> children() {
        return children;
    }

    /** The first child of that name, or null. */
    XmlElement child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst().orElse(null);
    }

    void append(char[] chars, int start, int length) {
        text.append(chars, start, length);
    }

    String text() {
        return text.toString().trim();
    }
}

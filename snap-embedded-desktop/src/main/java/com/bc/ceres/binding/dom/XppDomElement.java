package com.bc.ceres.binding.dom;

import java.util.ArrayList;
import java.util.List;

/** An element of XML in memory. SNAP keeps it in XStream's own class, which is not here. */
public class XppDomElement implements DomElement {

    private final String name;
    private final List<XppDomElement> children = new ArrayList<>();
    private String value;

    public XppDomElement(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    /** The text of this element, or null. */
    public String getValue() {
        return value;
    }

    @Override
    public void setValue(String value) {
        this.value = value;
    }

    @Override
    public int getChildCount() {
        return children.size();
    }

    @Override
    public DomElement getChild(int index) {
        return children.get(index);
    }

    @Override
    public DomElement createChild(String childName) {
        XppDomElement child = new XppDomElement(childName);
        children.add(child);
        return child;
    }

    @Override
    public String toXml() {
        StringBuilder xml = new StringBuilder();
        append(xml, "");
        return xml.toString();
    }

    private void append(StringBuilder xml, String indent) {
        xml.append(indent).append('<').append(name);
        if (children.isEmpty() && value == null) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        if (value != null) {
            xml.append(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
        for (XppDomElement child : children) {
            xml.append('\n');
            child.append(xml, indent + "  ");
        }
        xml.append(children.isEmpty() ? "" : "\n" + indent).append("</").append(name).append('>');
    }
}

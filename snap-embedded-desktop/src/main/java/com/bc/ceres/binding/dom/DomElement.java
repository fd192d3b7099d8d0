package com.bc.ceres.binding.dom;

/** An element of XML. */
public interface DomElement {

    int getChildCount();

    DomElement getChild(int index);

    DomElement createChild(String name);

    void setValue(String value);

    String toXml();
}

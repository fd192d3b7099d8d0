package org.insardask.ui;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The help set as the module holds it: its ids with their pages, and the ids of its table of contents. */
final class HelpSet {

    private final Map<String, String> pages;
    private final List<String> contents;

    private HelpSet(Map<String, String> pages, List<String> contents) {
        this.pages = pages;
        this.contents = contents;
    }

    static HelpSet read() throws IOException, ParserConfigurationException, SAXException {
        Map<String, String> pages = new LinkedHashMap<>();
        for (Element id : elements("map.jhm", "mapID")) {
            pages.put(id.getAttribute("target"), id.getAttribute("url"));
        }
        List<String> contents = new ArrayList<>();
        for (Element item : elements("toc.xml", "tocitem")) {
            if (item.hasAttribute("target")) {
                contents.add(item.getAttribute("target"));
            }
        }
        return new HelpSet(pages, contents);
    }

    Set<String> ids() {
        return pages.keySet();
    }

    /** The file of a page, relative to the folder of the help set. */
    String page(String id) {
        return pages.get(id);
    }

    /** The ids of the table of contents, from top to bottom. */
    List<String> contents() {
        return contents;
    }

    static String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static boolean exists(String name) {
        return HelpSet.class.getResource("docs/" + name) != null;
    }

    private static InputStream open(String name) throws FileNotFoundException {
        InputStream in = HelpSet.class.getResourceAsStream("docs/" + name);
        if (in == null) {
            throw new FileNotFoundException("help set: no file " + name);
        }
        return in;
    }

    private static List<Element> elements(String file, String tag) throws IOException, ParserConfigurationException, SAXException {
        try (InputStream in = open(file)) {
            NodeList nodes = Xml.parse(in).getElementsByTagName(tag);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
            return elements;
        }
    }
}

package org.insardask.embedded.dimap;

import java.io.IOException;
import java.text.ParseException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.ProductData;

/**
 * The metadata tree in {@code Dataset_Sources}: {@code MDElem} and {@code MDATTR}.
 *
 * <p>As in SNAP, attributes without a value are not read, and a time that cannot be parsed is left out (and logged). A number that cannot
 * be parsed is an error.
 */
final class DimapMetadata {
    private static final Logger LOG = Logger.getLogger(DimapMetadata.class.getName());

    private DimapMetadata() {
    }

    /**
     * Reads the children of an element.
     *
     * @param xml an {@code MDElem}
     * @param element gets its attributes and elements
     * @throws IOException where a value is not of its type
     */
    static void read(XmlNode xml, MetadataElement element) throws IOException {
        element.setDescription(xml.attribute("desc"));
        for (XmlNode child : xml.children("MDATTR")) {
            MetadataAttribute attribute = readAttribute(child);
            if (attribute != null) {
                element.addAttribute(attribute);
            }
        }
        for (XmlNode child : xml.children("MDElem")) {
            String name = child.attribute("name");
            if (name != null && !name.isEmpty()) {
                MetadataElement added = new MetadataElement(name);
                read(child, added);
                element.addElement(added);
            }
        }
    }

    private static MetadataAttribute readAttribute(XmlNode xml) throws IOException {
        String name = xml.attribute("name");
        String text = xml.text();
        if (name == null || name.isEmpty() || text.isEmpty()) {
            return null;
        }
        ProductData data = parse(xml, name, text);
        if (data == null) {
            return null;
        }
        MetadataAttribute attribute = new MetadataAttribute(name, data, !"rw".equalsIgnoreCase(xml.attribute("mode")));
        attribute.setDescription(xml.attribute("desc"));
        attribute.setUnit(xml.attribute("unit"));
        return attribute;
    }

    private static ProductData parse(XmlNode xml, String name, String text) throws IOException {
        String typeName = xml.attribute("type");
        int type = typeName == null ? ProductData.TYPE_UNDEFINED : ProductData.getType(typeName);
        return switch (type) {
            case ProductData.TYPE_UNDEFINED -> {
                LOG.log(Level.WARNING, "{0}: metadata attribute ''{1}'' is left out, its type ''{2}'' is unknown",
                        new Object[] {xml.file(), name, typeName});
                yield null;
            }
            case ProductData.TYPE_ASCII -> ProductData.createInstance(text);
            case ProductData.TYPE_UTC -> parseTime(xml, name, text);
            default -> parseNumbers(xml, name, type, text);
        };
    }

    private static ProductData parseTime(XmlNode xml, String name, String text) throws IOException {
        if (text.indexOf(',') >= 0) {
            return parseNumbers(xml, name, ProductData.TYPE_UTC, text);
        }
        try {
            return ProductData.UTC.parse(text);
        } catch (ParseException e) {
            LOG.log(Level.WARNING, "{0}: metadata attribute ''{1}'' is left out, ''{2}'' is not a time",
                    new Object[] {xml.file(), name, text});
            return null;
        }
    }

    private static ProductData parseNumbers(XmlNode xml, String name, int type, String text) throws IOException {
        String[] values = text.split(",", -1);
        ProductData data = type == ProductData.TYPE_UTC ? ProductData.createInstance(type)
                : ProductData.createInstance(type, values.length);
        try {
            for (int i = 0; i < Math.min(values.length, data.getNumElems()); i++) {
                if (data.isInt()) {
                    setInteger(data, type, i, values[i].trim());
                } else {
                    data.setElemDoubleAt(i, Double.parseDouble(values[i].trim()));
                }
            }
        } catch (NumberFormatException e) {
            throw new IOException(xml.file() + ": metadata attribute '" + name + "' is '" + text + "', expected numbers of type "
                    + ProductData.getTypeString(type), e);
        }
        return data;
    }

    private static void setInteger(ProductData data, int type, int index, String text) {
        if (type == ProductData.TYPE_INT64) {
            data.setElemLongAt(index, Long.parseLong(text));
        } else if (type == ProductData.TYPE_UINT32) {
            data.setElemUIntAt(index, Long.parseLong(text));
        } else {
            data.setElemIntAt(index, Integer.parseInt(text));
        }
    }

    /**
     * Writes the children of an element.
     *
     * @param element its attributes and elements are written
     * @param xml an opened {@code MDElem}
     */
    static void write(MetadataElement element, XmlText xml) {
        for (MetadataAttribute attribute : element.getAttributes()) {
            writeAttribute(attribute, xml);
        }
        for (MetadataElement child : element.getElements()) {
            if (child.getNumAttributes() == 0 && child.getNumElements() == 0) {
                xml.line("MDElem", null, "name", child.getName(), "desc", child.getDescription());
            } else {
                xml.open("MDElem", "name", child.getName(), "desc", child.getDescription());
                write(child, xml);
                xml.close();
            }
        }
    }

    private static void writeAttribute(MetadataAttribute attribute, XmlText xml) {
        ProductData data = attribute.getData();
        boolean text = data.getType() == ProductData.TYPE_ASCII || data instanceof ProductData.UTC;
        String elems = !text && data.getNumElems() > 1 ? String.valueOf(data.getNumElems()) : null;
        xml.line("MDATTR", text ? data.getElemString() : numbers(data), "name", attribute.getName(), "desc", attribute.getDescription(),
                "unit", attribute.getUnit(), "type", data.getTypeString(), "mode", attribute.isReadOnly() ? null : "rw", "elems", elems);
    }

    private static String numbers(ProductData data) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < data.getNumElems(); i++) {
            text.append(i == 0 ? "" : ",").append(data.getElemStringAt(i));
        }
        return text.toString();
    }
}

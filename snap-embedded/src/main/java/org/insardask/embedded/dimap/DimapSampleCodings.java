package org.insardask.embedded.dimap;

import java.io.IOException;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/** Flag and index codings of a product. */
final class DimapSampleCodings {
    private DimapSampleCodings() {
    }

    /** Reads all codings of a header into a product. */
    static void read(XmlNode root, Product product) throws IOException {
        for (XmlNode xml : root.children("Flag_Coding")) {
            product.getFlagCodingGroup().add(readFlags(xml));
        }
        for (XmlNode xml : root.children("Index_Coding")) {
            product.getIndexCodingGroup().add(readIndices(xml));
        }
    }

    private static FlagCoding readFlags(XmlNode xml) throws IOException {
        FlagCoding coding = new FlagCoding(name(xml));
        for (XmlNode flag : xml.children("Flag")) {
            String name = flag.requiredText("Flag_Name");
            String description = flag.text("Flag_description");
            int mask = flag.child("Flag_Mask") == null ? flag.requiredInt("Flag_Index") : flag.requiredInt("Flag_Mask");
            if (flag.child("Flag_Value") == null) {
                coding.addFlag(name, mask, description);
            } else {
                coding.addFlag(name, mask, flag.requiredInt("Flag_Value"), description);
            }
        }
        return coding;
    }

    private static IndexCoding readIndices(XmlNode xml) throws IOException {
        IndexCoding coding = new IndexCoding(name(xml));
        for (XmlNode index : xml.children("Index")) {
            coding.addIndex(index.requiredText("INDEX_NAME"), index.requiredInt("INDEX_VALUE"), index.text("INDEX_DESCRIPTION"));
        }
        return coding;
    }

    private static String name(XmlNode xml) throws IOException {
        String name = xml.attribute("name");
        if (name == null) {
            throw new IOException(xml.file() + ": a <" + xml.name() + "> has no attribute 'name'");
        }
        return name;
    }

    /** Writes all codings of a product. */
    static void write(Product product, XmlText xml) {
        for (FlagCoding coding : product.getFlagCodingGroup().toArray(new FlagCoding[0])) {
            xml.open("Flag_Coding", "name", coding.getName());
            for (String name : coding.getFlagNames()) {
                writeFlag(coding.getFlag(name), xml);
            }
            xml.close();
        }
        for (IndexCoding coding : product.getIndexCodingGroup().toArray(new IndexCoding[0])) {
            xml.open("Index_Coding", "name", coding.getName());
            for (String name : coding.getIndexNames()) {
                writeIndex(coding.getIndex(name), xml);
            }
            xml.close();
        }
    }

    /** A flag with a value gets the index too, which older versions of SNAP expect, besides mask and value of the newer ones. */
    private static void writeFlag(MetadataAttribute flag, XmlText xml) {
        ProductData data = flag.getData();
        xml.open("Flag").line("Flag_Name", flag.getName()).line("Flag_Index", data.getElemInt());
        if (data.getNumElems() > 1) {
            xml.line("Flag_Mask", data.getElemIntAt(0)).line("Flag_Value", data.getElemIntAt(1));
        }
        xml.line("Flag_description", flag.getDescription()).close();
    }

    private static void writeIndex(MetadataAttribute index, XmlText xml) {
        xml.open("Index").line("INDEX_NAME", index.getName()).line("INDEX_VALUE", index.getData().getElemInt())
                .line("INDEX_DESCRIPTION", index.getDescription()).close();
    }
}

package org.esa.snap.core.dataio;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Iterator;
import java.util.logging.Level;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.util.SystemUtils;

/** Reads and writes products by the plug-ins of {@link ProductIOPlugInManager}. */
public class ProductIO {

    public static final String DEFAULT_FORMAT_NAME = "BEAM-DIMAP";

    private ProductIO() {
    }

    /** A reader of the format, or null where there is none. */
    public static ProductReader getProductReader(String formatName) {
        Iterator<ProductReaderPlugIn> plugIns = ProductIOPlugInManager.getInstance().getReaderPlugIns(formatName);
        return plugIns.hasNext() ? plugIns.next().createReaderInstance() : null;
    }

    /** The file extensions of the format, or null where it cannot be written. */
    public static String[] getProductWriterExtensions(String formatName) {
        Iterator<ProductWriterPlugIn> plugIns = ProductIOPlugInManager.getInstance().getWriterPlugIns(formatName);
        return plugIns.hasNext() ? plugIns.next().getDefaultFileExtensions() : null;
    }

    /** A writer of the format, or null where there is none. */
    public static ProductWriter getProductWriter(String formatName) {
        Iterator<ProductWriterPlugIn> plugIns = ProductIOPlugInManager.getInstance().getWriterPlugIns(formatName);
        return plugIns.hasNext() ? plugIns.next().createWriterInstance() : null;
    }

    /** Reads a product, by a reader of the first of the formats that suits it, else by any. */
    public static Product readProduct(File file, String... formatNames) throws IOException {
        requireFile(file);
        for (String formatName : formatNames) {
            if (formatName != null) {
                Iterator<ProductReaderPlugIn> plugIns = ProductIOPlugInManager.getInstance().getReaderPlugIns(formatName);
                ProductReader reader = bestReader(plugIns, file);
                if (reader != null) {
                    return reader.readProductNodes(file, null);
                }
            }
        }
        return readProduct(file);
    }

    public static Product readProduct(String filePath) throws IOException {
        return readProduct(new File(filePath));
    }

    /**
     * Reads a product without its samples, which are read when they are asked for.
     *
     * @return the product, or null where no reader knows the file
     * @throws FileNotFoundException where there is no such file
     */
    public static Product readProduct(File file) throws IOException {
        return readProduct(file, (ProductSubsetDef) null);
    }

    public static Product readProduct(File file, ProductSubsetDef subsetDef) throws IOException {
        requireFile(file);
        ProductReader reader = getProductReaderForInput(file);
        return reader == null ? null : reader.readProductNodes(file, subsetDef);
    }

    /** A reader that knows the input, or null. */
    public static ProductReader getProductReaderForInput(Object input) {
        return bestReader(ProductIOPlugInManager.getInstance().getAllReaderPlugIns(), input);
    }

    public static void writeProduct(Product product, String filePath, String formatName) throws IOException {
        writeProduct(product, filePath, formatName, ProgressMonitor.NULL);
    }

    public static void writeProduct(Product product, String filePath, String formatName, ProgressMonitor pm) throws IOException {
        writeProduct(product, new File(filePath), formatName, false, pm);
    }

    public static void writeProduct(Product product, File file, String formatName, boolean incremental) throws IOException {
        writeProduct(product, file, formatName, incremental, ProgressMonitor.NULL);
    }

    /**
     * Writes a product with all samples. Where that fails or is cancelled, the writer is told to delete its output (unless it
     * adds to an existing one), then closed.
     *
     * @param formatName the format, or null for {@link #DEFAULT_FORMAT_NAME}
     * @throws ProductIOException where no writer knows the format, or it cannot write the product
     */
    public static void writeProduct(Product product, File file, String formatName, boolean incremental, ProgressMonitor pm)
            throws IOException {
        String format = formatName == null ? DEFAULT_FORMAT_NAME : formatName;
        ProductWriter writer = getProductWriter(format);
        if (writer == null) {
            throw new ProductIOException("No product writer for the '" + format + "' format available.");
        }
        EncodeQualification qualification = writer.getWriterPlugIn().getEncodeQualification(product);
        if (qualification.getPreservation() == EncodeQualification.Preservation.UNABLE) {
            throw new ProductIOException("Product writer is unable to write product: " + qualification.getInfoString());
        }
        writer.setIncrementalMode(incremental);
        new ProductWriting(product, writer, !incremental).write(file, pm);
    }

    private static void requireFile(File file) throws FileNotFoundException {
        if (!file.exists()) {
            throw new FileNotFoundException("File not found: " + file.getPath());
        }
    }

    private static ProductReader bestReader(Iterator<ProductReaderPlugIn> plugIns, Object input) {
        ProductReaderPlugIn suitable = null;
        while (plugIns.hasNext()) {
            ProductReaderPlugIn plugIn = plugIns.next();
            DecodeQualification qualification = qualify(plugIn, input);
            if (qualification == DecodeQualification.INTENDED) {
                return plugIn.createReaderInstance();
            }
            if (qualification == DecodeQualification.SUITABLE) {
                suitable = plugIn;
            }
        }
        return suitable == null ? null : suitable.createReaderInstance();
    }

    private static DecodeQualification qualify(ProductReaderPlugIn plugIn, Object input) {
        try {
            return plugIn.getDecodeQualification(input);
        } catch (RuntimeException e) {
            SystemUtils.LOG.log(Level.SEVERE, "Error attempting to read " + input + " with plugin reader " + plugIn, e);
            return DecodeQualification.UNABLE;
        }
    }
}

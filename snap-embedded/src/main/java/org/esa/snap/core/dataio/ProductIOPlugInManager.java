package org.esa.snap.core.dataio;

import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The readers and writers there are: those that {@link ServiceLoader} finds, and those added. Safe for use by several threads. */
public class ProductIOPlugInManager {

    private final List<ProductReaderPlugIn> readers = load(ProductReaderPlugIn.class);
    private final List<ProductWriterPlugIn> writers = load(ProductWriterPlugIn.class);

    protected ProductIOPlugInManager() {
    }

    public static ProductIOPlugInManager getInstance() {
        return Holder.INSTANCE;
    }

    public Iterator<ProductReaderPlugIn> getAllReaderPlugIns() {
        return readers.iterator();
    }

    /** The readers of a format, its case ignored. */
    public Iterator<ProductReaderPlugIn> getReaderPlugIns(String formatName) {
        return ofFormat(readers, formatName).iterator();
    }

    public void addReaderPlugIn(ProductReaderPlugIn readerPlugIn) {
        readers.add(readerPlugIn);
    }

    public boolean removeReaderPlugIn(ProductReaderPlugIn readerPlugIn) {
        return readers.remove(readerPlugIn);
    }

    public Iterator<ProductWriterPlugIn> getAllWriterPlugIns() {
        return writers.iterator();
    }

    /** The writers of a format, its case ignored. */
    public Iterator<ProductWriterPlugIn> getWriterPlugIns(String formatName) {
        return ofFormat(writers, formatName).iterator();
    }

    public void addWriterPlugIn(ProductWriterPlugIn writerPlugIn) {
        writers.add(writerPlugIn);
    }

    public boolean removeWriterPlugIn(ProductWriterPlugIn writerPlugIn) {
        return writers.remove(writerPlugIn);
    }

    /** The names of all formats that can be written, in order. */
    public String[] getAllProductWriterFormatStrings() {
        return formatNames(writers);
    }

    /** The names of all formats that can be read, in order. */
    public String[] getAllProductReaderFormatStrings() {
        return formatNames(readers);
    }

    private static <T extends ProductIOPlugIn> List<T> load(Class<T> type) {
        List<T> plugIns = new CopyOnWriteArrayList<>();
        ServiceLoader.load(type, ProductIOPlugInManager.class.getClassLoader()).forEach(plugIns::add);
        return plugIns;
    }

    private static <T extends ProductIOPlugIn> List<T> ofFormat(List<T> plugIns, String formatName) {
        return plugIns.stream().filter(plugIn -> hasFormat(plugIn, formatName)).collect(Collectors.toList());
    }

    private static boolean hasFormat(ProductIOPlugIn plugIn, String formatName) {
        for (String name : plugIn.getFormatNames()) {
            if (name.equalsIgnoreCase(formatName)) {
                return true;
            }
        }
        return false;
    }

    private static String[] formatNames(List<? extends ProductIOPlugIn> plugIns) {
        return plugIns.stream().flatMap(plugIn -> List.of(plugIn.getFormatNames()).stream()).distinct().sorted().toArray(String[]::new);
    }

    private static final class Holder {

        private static final ProductIOPlugInManager INSTANCE = new ProductIOPlugInManager();
    }
}

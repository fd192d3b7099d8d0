package org.insardask.embedded.cli;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.main.GPT;

/**
 * Runs an operator on interferograms of a few pixels, from each format and to each, so that the virtual machine can store the classes that
 * such runs need: what {@code insar-gpt} has done once to make its archive of classes. Not for use by others.
 */
public final class Training {
    private static final int SIZE = 8;
    private static final List<String> DATES = List.of("12Apr2021", "24Apr2021", "06May2021");
    private static final String MOTHER = "31Mar2021";

    private Training() {
    }

    /**
     * Command line: operators that are run on a stack of a few pixels, then after {@code --} the words of one more run. Without any
     * words it is the help text alone. A temporary folder is made and removed.
     *
     * @throws IOException where that folder cannot be written
     */
    public static void main(String[] args) throws IOException {
        System.setErr(nowhere()); // What the logger says belongs to nobody.
        new GPT();
        CommandLine line = new CommandLine(nowhere(), nowhere(), false);
        line.status("-h");
        List<String> words = List.of(args);
        int end = words.contains("--") ? words.indexOf("--") : words.size();
        for (String operator : words.subList(0, end)) {
            train(operator, Path.of(System.getProperty("java.io.tmpdir")));
        }
        if (end < words.size()) {
            line.status(words.subList(end + 1, words.size()).toArray(String[]::new));
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Runs an operator from and to each format, in a folder that is made and removed, and returns the status of each run. */
    static List<Integer> train(String operator, Path parent) throws IOException {
        CommandLine line = new CommandLine(nowhere(), nowhere(), false);
        line.status(operator, "-h");
        Path folder = Files.createTempDirectory(parent, "insar-gpt-training");
        try {
            write("BEAM-DIMAP", folder.resolve("in.dim").toFile());
            write("ZNAP", folder.resolve("in.znap").toFile());
            return List.of(
                    line.status(operator, folder.resolve("in.dim").toString(), "-t", folder.resolve("out.dim").toString(), "-q", "2"),
                    line.status(operator, folder.resolve("in.znap").toString(), "-t", folder.resolve("out.znap").toString(), "-f", "ZNAP"));
        } finally {
            delete(folder);
        }
    }

    private static void write(String format, File file) throws IOException {
        Product product = stack();
        ProductWriter writer = ProductIO.getProductWriter(format);
        writer.writeProductNodes(product, file);
        for (Band band : product.getBands()) {
            writer.writeBandRasterData(band, 0, 0, SIZE, SIZE, ProductData.createInstance(new float[SIZE * SIZE]), ProgressMonitor.NULL);
        }
        writer.close();
    }

    private static Product stack() {
        Product product = new Product("stack", "SLC", SIZE, SIZE);
        addImage(product, "VV_" + MOTHER);
        DATES.forEach(date -> addImage(product, "ifg_VV_" + MOTHER + "_" + date));
        MetadataElement metadata = new MetadataElement("Abstracted_Metadata");
        metadata.setAttributeUTC("first_line_time", time());
        metadata.setAttributeDouble("radar_frequency", 5405.0);
        product.getMetadataRoot().addElement(metadata);
        return product;
    }

    private static ProductData.UTC time() {
        try {
            return ProductData.UTC.parse("31-MAR-2021 05:50:35.812250");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addImage(Product product, String name) {
        product.addBand("i_" + name, ProductData.TYPE_FLOAT32).setUnit("real");
        product.addBand("q_" + name, ProductData.TYPE_FLOAT32).setUnit("imaginary");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

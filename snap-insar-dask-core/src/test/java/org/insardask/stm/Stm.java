package org.insardask.stm;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.Assumptions;

/** Products of space-time matrices, and Python to compare with. */
public final class Stm {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private Stm() {
    }

    /** Reads by whatever reader takes the file. */
    public static Product read(Path file) throws IOException {
        Product product = ProductIO.readProduct(file.toFile());
        if (product == null) {
            throw new IOException("no reader takes " + file);
        }
        return product;
    }

    /** Samples of a band as they are stored. */
    public static double[] samples(Product product, String name) {
        Band band = product.getBand(name);
        if (band == null) {
            throw new IllegalArgumentException("no band " + name + ", but " + String.join(", ", product.getBandNames()));
        }
        try {
            int width = product.getSceneRasterWidth();
            int height = product.getSceneRasterHeight();
            return band.readPixels(0, 0, width, height, new double[width * height], ProgressMonitor.NULL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the reference data; skips the test where it is absent. */
    public static Path shared(String name) {
        Path file = Path.of(System.getProperty("insardask.shared", "../../shared")).resolve("data").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: ../shared/data/" + name + " is not here");
        return file;
    }

    /**
     * Runs a script of Python; skips the test where Python or one of the modules is missing.
     *
     * @param modules the script's modules beside those of Python itself
     * @return what it printed
     */
    public static String python(Path folder, String script, List<String> modules, String... arguments) throws IOException {
        Assumptions.assumeTrue(Files.exists(PYTHON), "skipped: " + PYTHON + " is not here");
        String imports = "import " + String.join(", ", modules);
        Assumptions.assumeTrue(run(folder, List.of(PYTHON.toString(), "-W", "ignore", "-c", imports)).status() == 0,
                "skipped: " + PYTHON + " has not all of the modules " + modules);
        Path file = Files.writeString(folder.resolve("script.py"), script);
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-W", "ignore", file.toString()));
        command.addAll(List.of(arguments));
        Result result = run(folder, command);
        if (result.status() != 0) {
            throw new IOException("Python ended with " + result.status() + ": " + result.output());
        }
        return result.output();
    }

    private record Result(int status, String output) {
    }

    private static Result run(Path folder, List<String> command) throws IOException {
        File output = folder.resolve("output.txt").toFile();
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output).start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("Python did not end within two minutes");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new Result(process.exitValue(), Files.readString(output.toPath(), StandardCharsets.UTF_8));
    }
}

package org.insardask.embedded.gpf;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.io.IoMessages;
import org.insardask.embedded.io.RunIdentity;
import org.insardask.embedded.io.StagedProductWriter;

/**
 * Writes a product through a product writer: from many threads at once where the writer is known to allow that, else one tile of one
 * band at a time. Thread-safe after {@link #begin}.
 */
public final class ProductSink implements RasterSink {

    private enum State { NEW, OPEN, CLOSED }

    private final Product product;
    private final File file;
    private final ProductWriter writer;
    private final boolean deleteOnFailure;
    private final OpenOutputs openOutputs;
    private final RunIdentity run;
    private final RunStatistics statistics;
    private final List<Band> bands = new ArrayList<>();
    private volatile State state = State.NEW;

    /** For a product that is to be written to a file. */
    public ProductSink(Product product, File file, ProductWriter writer, boolean deleteOnFailure, TileEngine engine) {
        this.product = product;
        this.file = file;
        this.writer = writer;
        this.deleteOnFailure = deleteOnFailure;
        openOutputs = engine.openOutputs();
        run = engine.run();
        statistics = engine.statistics();
    }

    /** Writes everything but samples. */
    public synchronized void begin() {
        refuseOwnSource(product);
        if (writer instanceof StagedProductWriter staged) {
            staged.setRun(run);
        }
        openOutputs.add(this);
        state = State.OPEN;
        try {
            writer.writeProductNodes(product, file);
        } catch (IOException e) {
            throw failure(e);
        }
        for (Band band : product.getBands()) {
            if (writer.shouldWrite(band)) {
                bands.add(band);
            }
        }
    }

    private void refuseOwnSource(Product written) {
        OperatorContext producer = OperatorContext.producerOf(written);
        File location = written.getFileLocation();
        if (producer == null && location != null && location.getAbsoluteFile().equals(file.getAbsoluteFile())) {
            throw new OperatorException("The target '" + file + "' is also a source; choose another name.");
        }
        if (producer != null) {
            for (Product source : producer.getSources().products()) {
                refuseOwnSource(source);
            }
        }
    }

    @Override
    public List<Band> bands() {
        return bands;
    }

    @Override
    public boolean isFinished(Band band, Rectangle rect) {
        if (!run.resume() || state != State.OPEN || !(writer instanceof StagedProductWriter staged)) {
            return false;
        }
        long bytes = (long) rect.width * rect.height * ProductData.getElemSize(band.getDataType());
        return statistics.measureFound(RunStatistics.Kind.READ, file.getName() + " (resumed)", file.getPath(), bytes,
                () -> staged.isFinished(band, rect));
    }

    @Override
    public void accept(Band band, Rectangle rect, ProductData rawSamples) {
        if (state != State.OPEN) {
            throw new OperatorException("'" + file + "' is not open for writing.");
        }
        long bytes = (long) rawSamples.getNumElems() * rawSamples.getElemSize();
        statistics.measure(RunStatistics.Kind.WRITE, file.getName(), file.getPath(), bytes, () -> writeInTurn(band, rect, rawSamples));
    }

    private void writeInTurn(Band band, Rectangle rect, ProductData rawSamples) {
        if (writer instanceof StagedProductWriter) {
            write(band, rect, rawSamples);
        } else {
            synchronized (writer) {
                write(band, rect, rawSamples);
            }
        }
    }

    private void write(Band band, Rectangle rect, ProductData rawSamples) {
        try {
            writer.writeBandRasterData(band, rect.x, rect.y, rect.width, rect.height, rawSamples, ProgressMonitor.NULL);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized void complete() {
        if (state != State.OPEN) {
            return;
        }
        try {
            writer.flush();
            writer.close();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            noteKept();
        }
        finish();
    }

    @Override
    public synchronized void abort() {
        if (state != State.OPEN) {
            return;
        }
        finish();
        try {
            if (deleteOnFailure) {
                writer.deleteOutput();
            } else {
                writer.close();
            }
        } catch (IOException e) {
            throw failure(e);
        } finally {
            noteKept();
        }
    }

    private void noteKept() {
        if (writer instanceof StagedProductWriter staged && staged.isKept()) {
            openOutputs.addKept(file.getPath());
        }
    }

    private void finish() {
        state = State.CLOSED;
        openOutputs.remove(this);
    }

    private OperatorException failure(IOException e) {
        return new OperatorException("Cannot write '" + file + "': " + IoMessages.reason(e, file.getAbsoluteFile().toPath()), e);
    }
}

package org.insardask.embedded.io;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.esa.snap.core.dataio.AbstractProductWriter;
import org.esa.snap.core.dataio.ProductWriterPlugIn;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.ProductNode;
import org.esa.snap.core.datamodel.VirtualBand;

/**
 * A product writer whose output appears only when it is complete.
 *
 * <p>The contract with its callers:
 * <ol>
 * <li>{@link #writeProductNodes} creates everything under temporary names; a product of the same name stays readable.</li>
 * <li>{@link #writeBandRasterData} may be called from many threads, for any tiling, in any order: the bytes written are the same.</li>
 * <li>{@link #close} writes the header from the product as it is then and gives the output its final name. It does so only if no write has
 * failed and every band that {@link #shouldWrite} accepts got at least as many samples as it has; else it removes the temporary files
 * and throws an {@link IOException} that says what is missing. Closing again does nothing.</li>
 * <li>{@link #deleteOutput} instead of {@code close} gives up: temporary files are removed, what was there before stays. After a
 * successful {@code close} it deletes the product that was written.</li>
 * <li>Where the run has an identity ({@link #setRun}), finished tiles are recorded, and where it resumes, those of an interrupted run of
 * the same identity are told by {@link #isFinished} and need not be written; giving up then leaves them for the next run.</li>
 * </ol>
 * {@code close} and {@code deleteOutput} wait for writes of samples that are under way; those that come later are refused.
 * A writer that is neither closed nor deleted leaves hidden temporary files and nothing that reads as a product.
 */
public abstract class StagedProductWriter extends AbstractProductWriter {
    /** Set to true, it makes {@link #close} wait until all samples are on disk before they get their final names. */
    private static final String DURABLE = "insardask.sync";
    private static final Logger LOG = Logger.getLogger(StagedProductWriter.class.getName());

    private final AtomicReference<String> failure = new AtomicReference<>();
    /** Shared by writes of samples, held alone by whatever begins or ends the output. */
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    /** The files that get samples. They stay open from {@link #begin} until all samples are written. */
    private final OpenFiles files = OpenFiles.forWriting();
    private RunIdentity run = RunIdentity.UNKNOWN;
    private Map<Band, Target> targets = Map.of();
    private Product product;
    private StagedOutput staged;
    private Path target;
    private StagedOutput committed;
    private boolean kept;
    private boolean headersOnly;

    /**
     * A band that is being written.
     *
     * @param raster where its samples go
     * @param name its name in the journal
     * @param written how many of its samples were written
     */
    private record Target(StagedRaster raster, String name, AtomicLong written) {
        private String key(int x, int y, int w, int h) {
            return TileJournal.key(name, x, y, w, h);
        }
    }

    /**
     * Creates a writer.
     *
     * @param plugIn what created it
     */
    protected StagedProductWriter(ProductWriterPlugIn plugIn) {
        super(plugIn);
    }

    /**
     * Says what writes the product, so that it can be resumed; before {@link #writeProductNodes}.
     *
     * @param identity the run
     */
    public final void setRun(RunIdentity identity) {
        run = identity;
    }

    /** Says that only headers are wanted, for a product whose samples come by another way; before {@link #close}. */
    public final void setHeadersOnly() {
        headersOnly = true;
    }

    /**
     * Returns where the product will lie: the output with the extension of the format.
     *
     * @param output what the caller asked for
     * @return absolute path of the header file or folder
     * @throws IOException where the format cannot be written there
     */
    protected abstract Path target(Path output) throws IOException;

    /**
     * Creates the files of the product under temporary names, and writes all but the header and the samples of bands. Where
     * an interrupted run left such files with samples in them, these are kept.
     *
     * @param output takes the parts of the product, that which makes it readable last
     * @param target the path of the product
     * @param product what is written
     * @return where the samples of each band go that {@link #shouldWrite} accepts
     * @throws IOException where the product cannot be written
     */
    protected abstract Map<Band, StagedRaster> begin(StagedOutput output, Path target, Product product) throws IOException;

    /**
     * Writes the header, after all samples.
     *
     * @param product what is written
     * @throws IOException where it cannot be written
     */
    protected abstract void finish(Product product) throws IOException;

    @Override
    protected final void writeProductNodesImpl() throws IOException {
        gate.writeLock().lock();
        try {
            Path path = target(ProductPaths.toPath(getOutput()));
            boolean again = staged != null && path.equals(target) && getSourceProduct().equals(product);
            if (!again) {
                start(path);
            }
        } finally {
            gate.writeLock().unlock();
        }
        product.setProductWriter(this);
    }

    private void start(Path path) throws IOException {
        if (staged != null) {
            giveUp();
        }
        product = getSourceProduct();
        checkNames();
        target = path;
        committed = null;
        kept = false;
        failure.set(null);
        staged = StagedOutput.open(path, run);
        files.keep();
        Map<Band, Target> begun = new HashMap<>();
        try {
            begin(staged, path, product).forEach((band, raster) -> begun.put(band,
                    new Target(raster, TileJournal.name(band.getName()), new AtomicLong())));
        } catch (IOException e) {
            giveUp();
            throw e;
        }
        targets = begun;
    }

    @Override
    public final void writeBandRasterData(Band sourceBand, int sourceOffsetX, int sourceOffsetY, int sourceWidth, int sourceHeight,
            ProductData sourceBuffer, ProgressMonitor pm) throws IOException {
        checkRegion(sourceBand, sourceOffsetX, sourceOffsetY, sourceWidth, sourceHeight, sourceBuffer);
        gate.readLock().lock();
        try {
            Target to = targets.get(sourceBand);
            if (to == null) {
                throw new IOException(getOutput() + ": band '" + sourceBand.getName() + "' is not being written to this product");
            }
            write(to.raster, sourceOffsetX, sourceOffsetY, sourceWidth, sourceHeight, sourceBuffer);
            record(to, sourceOffsetX, sourceOffsetY, sourceWidth, sourceHeight, sourceBuffer);
            to.written.addAndGet((long) sourceWidth * sourceHeight);
        } finally {
            gate.readLock().unlock();
        }
    }

    private void record(Target to, int x, int y, int w, int h, ProductData samples) throws IOException {
        if (run.isRecorded()) {
            int crc = SampleChecksum.of(SampleBuffers.inType(samples, to.raster.type()), w * h);
            staged.recordTile(to.key(x, y, w, h), crc);
        }
    }

    /**
     * Returns whether a rectangle was written already, by a run that was interrupted and is resumed: its samples are read back and their
     * checksum compared with that in the journal. It then counts as written.
     *
     * @param band a band
     * @param rect what would be written
     * @return false where it has to be written
     */
    public final boolean isFinished(Band band, Rectangle rect) {
        gate.readLock().lock();
        try {
            Target to = targets.get(band);
            Integer crc = to == null ? null : staged.finishedBefore().get(to.key(rect.x, rect.y, rect.width, rect.height));
            if (crc == null || crc != checksum(to.raster, rect)) {
                return false;
            }
            to.raster.source().keep(rect.x, rect.y, rect.width, rect.height);
            to.written.addAndGet((long) rect.width * rect.height);
            return true;
        } catch (IOException e) {
            LOG.log(Level.FINE, "computed again: " + e.getMessage(), e);
            return false;
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Returns whether the output was given up, and finished tiles were left for a later run to go on with. */
    public final boolean isKept() {
        gate.readLock().lock();
        try {
            return kept;
        } finally {
            gate.readLock().unlock();
        }
    }

    private static int checksum(StagedRaster raster, Rectangle rect) throws IOException {
        int count = rect.width * rect.height;
        Object samples = ProductData.createInstance(raster.type().productDataType(), count).getElems();
        raster.source().read(rect.x, rect.y, rect.width, rect.height, samples);
        return SampleChecksum.of(samples, count);
    }

    private void write(StagedRaster raster, int x, int y, int w, int h, ProductData samples) throws IOException {
        try {
            raster.target().write(x, y, w, h, samples);
        } catch (IOException e) {
            failure.compareAndSet(null, e.getMessage());
            throw e;
        }
    }

    /** Does nothing: samples go to the files at once. */
    @Override
    public void flush() throws IOException {
    }

    @Override
    public final void close() throws IOException {
        gate.writeLock().lock();
        try {
            if (staged != null) {
                commit();
            }
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void commit() throws IOException {
        try {
            if (!headersOnly) {
                checkComplete();
            }
            finish(product);
            files.close();
            staged.commit(Boolean.getBoolean(DURABLE));
            committed = staged;
            forget();
        } finally {
            if (committed == null) {
                giveUp();
            }
        }
    }

    @Override
    public final void deleteOutput() throws IOException {
        gate.writeLock().lock();
        try {
            if (staged != null) {
                giveUp();
            } else if (committed != null) {
                committed.deleteCommitted();
                committed = null;
            }
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** Returns false for virtual bands, which are written as their expressions, and true for everything else. */
    @Override
    public boolean shouldWrite(ProductNode node) {
        return !(node instanceof VirtualBand);
    }

    /** Removes what was written; where the run can be resumed, that only if no tile of it is finished. */
    private void giveUp() throws IOException {
        try {
            closeAndLeave();
        } finally {
            forget();
        }
    }

    /** Files are closed first: some file systems do not delete or rename a folder with open ones. */
    private void closeAndLeave() throws IOException {
        IOException failure = null;
        try {
            files.close();
        } catch (IOException e) {
            failure = e;
        }
        if (run.resume() && staged.hasFinishedTiles()) {
            staged.keep();
            kept = true;
        } else {
            staged.discard();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Opens the files that get samples. */
    protected final OpenFiles files() {
        return files;
    }

    private void forget() {
        staged = null;
        targets = Map.of();
    }

    private void checkComplete() throws IOException {
        if (failure.get() != null) {
            throw new IOException(target + ": not written, because a write failed: " + failure.get());
        }
        for (Map.Entry<Band, Target> entry : targets.entrySet()) {
            Band band = entry.getKey();
            long expected = (long) band.getRasterWidth() * band.getRasterHeight();
            long written = entry.getValue().written.get();
            if (written < expected) {
                throw new IOException(target + ": not written, because band '" + band.getName() + "' got " + written + " of "
                        + expected + " samples");
            }
        }
    }

    private void checkNames() throws IOException {
        for (Band band : product.getBands()) {
            checkName("band", band);
        }
        for (ProductNode grid : product.getTiePointGrids()) {
            checkName("tie-point grid", grid);
        }
    }

    private void checkName(String kind, ProductNode node) throws IOException {
        String name = node.getName();
        if (name == null || name.isBlank() || name.startsWith(".") || name.matches(".*[/\\\\:*?\"<>|\\p{Cntrl}].*")) {
            throw new IOException(getOutput() + ": the " + kind + " '" + name + "' cannot be written: its name is not a file name");
        }
    }

    private static void checkRegion(Band band, int x, int y, int width, int height, ProductData buffer) {
        boolean inside = x >= 0 && y >= 0 && width > 0 && height > 0 && width <= band.getRasterWidth() - x
                && height <= band.getRasterHeight() - y;
        if (!inside || buffer.getNumElems() < (long) width * height) {
            throw new IllegalArgumentException("band '" + band.getName() + "': " + buffer.getNumElems() + " samples for the region x=" + x
                    + ", y=" + y + ", width=" + width + ", height=" + height + " of a raster of " + band.getRasterWidth() + " x "
                    + band.getRasterHeight());
        }
    }

    /**
     * Writes a small file of a product.
     *
     * @param path the file
     * @param bytes its content
     * @throws IOException where it cannot be written; the message names it
     */
    protected static void writeFile(Path path, byte[] bytes) throws IOException {
        try {
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be written: " + IoMessages.reason(e, path), e);
        }
    }
}

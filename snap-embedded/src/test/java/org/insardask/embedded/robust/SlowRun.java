package org.insardask.embedded.robust;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.insardask.embedded.cli.CommandLine;

/** The command line as a process of its own, with an operator that takes its time, so that it can be killed anywhere. */
public final class SlowRun {

    private SlowRun() {
    }

    /** Waits for a byte on the input stream, so that the start of Java is over, then runs the command line. */
    public static void main(String[] args) throws IOException {
        register();
        if (System.in.read() >= 0) {
            System.exit(CommandLine.execute(args));
        }
    }

    /** Makes the operator known. */
    static void register() {
        GPF.getDefaultInstance().getOperatorSpiRegistry().addOperatorSpi(new Slow.Spi());
    }

    /**
     * Multiplies the bands of its source, in tiles of a given size, and sleeps in each. Where a gate is named (a property, because it
     * must not be taken for a source), rows from the middle on wait until that file is there.
     */
    @OperatorMetadata(alias = "TestSlow", description = "Multiplies slowly.")
    public static class Slow extends Operator {

        @SourceProduct(alias = "source")
        private Product sourceProduct;

        @Parameter(defaultValue = "2")
        private int factor;

        @Parameter(defaultValue = "3")
        private int millis;

        @Parameter(defaultValue = "16")
        private int tile;

        @Override
        public void initialize() {
            Product target = new Product("slow", "TEST", sourceProduct.getSceneRasterWidth(), sourceProduct.getSceneRasterHeight());
            for (Band band : sourceProduct.getBands()) {
                Band copy = target.addBand(band.getName(), ProductData.TYPE_FLOAT32);
                copy.setNoDataValue(7);
            }
            target.setDescription("factor " + factor);
            target.setPreferredTileSize(new Dimension(tile, tile));
            setTargetProduct(target);
        }

        @Override
        public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle rect, ProgressMonitor pm) {
            try {
                Thread.sleep(millis);
                String gate = System.getProperty("test.gate");
                while (gate != null && rect.y >= sourceProduct.getSceneRasterHeight() / 2 && !Files.exists(Path.of(gate))) {
                    checkForCancellation();
                    Thread.sleep(5);
                }
            } catch (InterruptedException e) {
                throw new OperatorException("interrupted", e);
            }
            targetTiles.forEach((band, target) -> {
                Tile source = getSourceTile(sourceProduct.getBand(band.getName()), rect);
                for (Tile.Pos pos : target) {
                    target.setSample(pos.x, pos.y, factor * source.getSampleFloat(pos.x, pos.y));
                }
            });
        }

        /** For the registry. */
        public static class Spi extends OperatorSpi {

            /** For the registry. */
            public Spi() {
                super(Slow.class);
            }
        }
    }
}

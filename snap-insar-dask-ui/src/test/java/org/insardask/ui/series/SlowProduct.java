package org.insardask.ui.series;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.util.ProductUtils;

/** An unwrapped product whose samples do not come before it is let go. */
final class SlowProduct {

    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicBoolean onEventThread = new AtomicBoolean();
    private final Product product;

    private SlowProduct(Product source) {
        product = new Product("slow", "ARCS", source.getSceneRasterWidth(), source.getSceneRasterHeight());
        ProductUtils.copyMetadata(source, product);
    }

    static SlowProduct copyOf(Product source) {
        SlowProduct slow = new SlowProduct(source);
        for (Band band : source.getBands()) {
            if (band.getDataType() == ProductData.TYPE_FLOAT32) {
                slow.product.addBand(slow.new SlowBand(band));
            }
        }
        return slow;
    }

    Product product() {
        return product;
    }

    void letGo() {
        gate.countDown();
    }

    int reads() {
        return reads.get();
    }

    boolean wasReadOnEventThread() {
        return onEventThread.get();
    }

    /** A band that waits at the gate. */
    private final class SlowBand extends Band {

        SlowBand(Band source) {
            super(source.getName(), source.getDataType(), source.getRasterWidth(), source.getRasterHeight());
            setUnit(source.getUnit());
        }

        @Override
        public double[] readPixels(int x, int y, int w, int h, double[] pixels, ProgressMonitor pm) throws IOException {
            reads.incrementAndGet();
            if (EventQueue.isDispatchThread()) {
                onEventThread.set(true);
            }
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            pixels[0] = x;
            return pixels;
        }
    }
}

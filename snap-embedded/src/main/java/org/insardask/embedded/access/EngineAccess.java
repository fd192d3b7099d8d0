package org.insardask.embedded.access;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.atomic.AtomicReference;
import org.esa.snap.core.datamodel.RasterDataNode;

/**
 * Where the data model's classes hand the engine their package-private side, as the JDK's shared secrets do: the static
 * initialiser of {@link RasterDataNode} registers a {@link RasterAccess}, once. Only classes of {@code org.insardask.embedded}
 * and of the data model itself use this; it does not exist in SNAP. Safe for use by several threads.
 */
public final class EngineAccess {

    private static final AtomicReference<RasterAccess> RASTER = new AtomicReference<>();

    private EngineAccess() {
    }

    /** The way into rasters. */
    public static RasterAccess raster() {
        if (RASTER.get() == null) {
            initialize(RasterDataNode.class);
        }
        return RASTER.get();
    }

    /**
     * Called by the data model, once.
     *
     * @throws IllegalStateException at the second call
     */
    public static void registerRaster(RasterAccess access) {
        if (!RASTER.compareAndSet(null, access)) {
            throw new IllegalStateException("the access to rasters is already registered");
        }
    }

    private static void initialize(Class<?> type) {
        try {
            MethodHandles.lookup().ensureInitialized(type);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + " cannot be initialised", e);
        }
    }
}

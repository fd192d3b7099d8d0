package org.insardask.tile;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.gpf.Tile;

/**
 * A tile of 3 x 2 samples in a buffer with a margin: the first sample has index 5, rows are 4 apart.
 */
final class FakeTile {

    static final int WIDTH = 3;
    static final int HEIGHT = 2;
    static final int OFFSET = 5;
    static final int STRIDE = 4;
    static final int LENGTH = 13;

    private FakeTile() {
    }

    /** A tile on a primitive array; methods that go sample by sample fail. */
    static Tile of(RasterDataNode band, Object buffer) {
        Map<String, Object> fixed = Map.of("getRasterDataNode", band, "getWidth", WIDTH, "getHeight", HEIGHT, "getScanlineOffset", OFFSET,
                "getScanlineStride", STRIDE);
        Map<String, Class<?>> buffers = Map.of("getDataBufferByte", byte[].class, "getDataBufferShort", short[].class, "getDataBufferInt",
                int[].class, "getDataBufferFloat", float[].class, "getDataBufferDouble", double[].class);
        Function<Double, Double> scale = raw -> band.isScalingApplied() ? raw * 2 + 1 : raw;
        return (Tile) Proxy.newProxyInstance(FakeTile.class.getClassLoader(), new Class<?>[] {Tile.class}, (proxy, method, arguments) -> {
            if (fixed.containsKey(method.getName())) {
                return fixed.get(method.getName());
            }
            if (buffers.containsKey(method.getName())) {
                return buffers.get(method.getName()).isInstance(buffer) ? buffer : null;
            }
            if (method.getName().equals("toGeoPhysical") && method.getReturnType() == double.class) {
                return scale.apply((Double) arguments[0]);
            }
            if (method.getName().equals("setSamples")) {
                throw new UnsupportedOperationException("setSamples of " + arguments[0].getClass().getSimpleName());
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }
}

package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.Tile;
import org.insardask.embedded.access.EngineAccess;

/**
 * Computes the tiles of an operator's target bands: as a stack of all bands of a size where the operator can, else band by band.
 * Bands that have samples of their own, or share those of another band, are not the operator's to compute. Thread-safe after
 * {@link #setBands}.
 */
final class TileComputer {

    private final Operator operator;
    private final OperatorModel model;
    private final TileEngine engine;
    private volatile Map<Band, Group> groups = Map.of();

    TileComputer(Operator operator, OperatorModel model, TileEngine engine) {
        this.operator = operator;
        this.model = model;
        this.engine = engine;
    }

    /** Looks which of the target bands the operator has to compute. */
    void setBands(Band[] bands) {
        Map<TileGrid, Group> byGrid = new HashMap<>();
        Map<Band, Group> byBand = new HashMap<>();
        for (Band band : bands) {
            if (isComputed(band)) {
                Group group = byGrid.computeIfAbsent(TileGrid.of(band), Group::new);
                group.bands.add(band);
                byBand.put(band, group);
            }
        }
        groups = byBand;
    }

    private static boolean isComputed(Band band) {
        return band.getClass() == Band.class && !band.hasRasterData() && EngineAccess.raster().getSampleSource(band) == null;
    }

    /** The tiles of a band; null where the operator does not compute it. */
    TileSource tilesOf(Band band) {
        Group group = groups.get(band);
        return group == null ? null : new ComputedTiles(group, band);
    }

    private boolean computesStack() {
        return operator.canComputeTileStack();
    }

    private TileStack compute(List<Band> bands, Rectangle rect, boolean asStack) {
        engine.cancellation().check();
        Map<Band, ProductData> samples = new HashMap<>();
        Map<Band, EngineTile> targets = new LinkedHashMap<>();
        for (Band band : bands) {
            ProductData block = engine.blocks().takeCleared(band.getDataType(), Math.multiplyExact(rect.width, rect.height));
            samples.put(band, block);
            targets.put(band, EngineTile.target(band, rect, block));
        }
        long bytes = samples.values().stream().mapToLong(block -> (long) block.getNumElems() * block.getElemSize()).sum();
        engine.statistics().measure(RunStatistics.Kind.COMPUTE, operator.getId(), "", bytes,
                () -> engine.cache().whilePinning(() -> Failures.guard(operator.getId(), () -> call(targets, rect, asStack))));
        return new TileStack(rect, samples, targets.values().stream().allMatch(EngineTile::isClosed));
    }

    private void call(Map<Band, EngineTile> targets, Rectangle rect, boolean asStack) {
        if (asStack) {
            operator.computeTileStack(new LinkedHashMap<Band, Tile>(targets), new Rectangle(rect), engine.cancellation().monitor());
        } else if (operator.canComputeTile()) {
            targets.forEach((band, tile) -> operator.computeTile(band, tile, engine.cancellation().monitor()));
        } else {
            throw new OperatorException("Operator '" + model.getAlias() + "' computes neither tiles nor stacks of tiles, but its band '"
                    + targets.keySet().iterator().next().getName() + "' has no samples.");
        }
    }

    /** Bands of the same size, which share a grid of tiles. */
    private static final class Group {

        private final TileGrid grid;
        private final List<Band> bands = new ArrayList<>();

        Group(TileGrid grid) {
            this.grid = grid;
        }
    }

    private final class ComputedTiles implements TileSource {

        private final Group group;
        private final Band band;

        ComputedTiles(Group group, Band band) {
            this.group = group;
            this.band = band;
        }

        @Override
        public TileGrid grid() {
            return group.grid;
        }

        @Override
        public Band band() {
            return band;
        }

        @Override
        public TileStack tile(int index) {
            boolean asStack = computesStack();
            List<Band> bands = asStack ? group.bands : List.of(band);
            return engine.cache().get(key(index), () -> compute(bands, group.grid.rectangle(index), asStack));
        }

        private TileKey key(int index) {
            return new TileKey(OperatorContext.of(operator), computesStack() ? group.grid : band, index);
        }

        @Override
        public void forget(int index) {
            TileStack tile = engine.cache().remove(key(index));
            if (tile != null) {
                tile.recycle(engine.blocks());
            }
        }

        @Override
        public boolean prefersDirect(Rectangle rect) {
            return false;
        }

        @Override
        public void readDirectly(Rectangle rect, ProductData block) {
            throw new UnsupportedOperationException();
        }
    }
}

package org.insardask.op;

import java.util.Arrays;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Tile;
import org.insardask.arc.ArcFlag;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcResult;
import org.insardask.arc.ArcSeries;
import org.insardask.arc.ArcSink;
import org.insardask.tile.FloatView;
import org.insardask.tile.TargetSamples;

/** Writes results into the buffers of target tiles. One per thread. */
final class ArcTileWriter implements ArcSink {

    private final ArcTarget target;
    private final double millimetres;
    private final FloatView[] scalars;
    private final FloatView[][] series;
    private final Tile[] ambiguities;
    private final double[] phases;
    private double[] neighbours = new double[0];
    private final int[] counts = new int[ArcReport.BITS];
    private FloatView phaseSigma;
    private Tile status;
    private ArcTileBuffers buffers;
    private int width;
    /** Arcs whose unwrapped phases are written already; null where none are. */
    private ArcSeries written;

    ArcTileWriter(ArcTarget target, ArcModel model) {
        this.target = target;
        this.millimetres = model.millimetresPerRadian();
        this.phases = new double[model.epochs()];
        this.scalars = new FloatView[target.scalars().size()];
        this.series = new FloatView[target.series().size()][];
        for (int s = 0; s < series.length; s++) {
            series[s] = new FloatView[target.series().get(s).bands().size()];
        }
        this.ambiguities = new Tile[target.ambiguities().size()];
    }

    /** Takes the tiles to write into; a band without a tile is left out. */
    void begin(Map<Band, Tile> tiles, ArcTileBuffers newBuffers, int newWidth) {
        buffers = newBuffers;
        written = null;
        width = newWidth;
        Arrays.fill(counts, 0);
        for (int i = 0; i < scalars.length; i++) {
            scalars[i] = view(tiles, target.scalars().get(i).band());
        }
        for (int s = 0; s < series.length; s++) {
            for (int e = 0; e < series[s].length; e++) {
                series[s][e] = view(tiles, target.series().get(s).bands().get(e));
            }
        }
        for (int e = 0; e < ambiguities.length; e++) {
            ambiguities[e] = tiles.get(target.ambiguities().get(e));
        }
        phaseSigma = view(tiles, target.phaseSigma());
        status = target.status() == null ? null : tiles.get(target.status());
    }

    private static FloatView view(Map<Band, Tile> tiles, Band band) {
        Tile tile = band == null ? null : tiles.get(band);
        return tile == null ? null : TargetSamples.view(tile);
    }

    @Override
    public void acceptSeries(ArcSeries block) {
        written = block;
        for (int s = 0; s < series.length; s++) {
            if (isWhole(s)) {
                write(block, series[s]);
            }
        }
    }

    private boolean isWhole(int s) {
        return target.series().get(s).output() == ArcOutput.UNWRAPPED;
    }

    /** Writes neighbouring arcs of a row, epoch by epoch; those that were not solved are written again by themselves. */
    private void write(ArcSeries block, FloatView[] views) {
        int count = block.count();
        if (neighbours.length < count) {
            neighbours = new double[count];
        }
        int row = block.first() / width;
        int column = block.first() - row * width;
        for (int e = 0; e < views.length; e++) {
            if (views[e] != null) {
                block.copyUnwrapped(e, neighbours);
                put(views[e].data(), views[e].offset() + row * views[e].stride() + column, count);
            }
        }
    }

    private void put(float[] samples, int from, int count) {
        for (int i = 0; i < count; i++) {
            samples[from + i] = (float) (millimetres * neighbours[i]);
        }
    }

    @Override
    public void accept(int arc, ArcResult result) {
        int row = arc / width;
        int column = arc - row * width;
        for (int i = 0; i < scalars.length; i++) {
            put(scalars[i], row, column, target.scalars().get(i).value().applyAsDouble(result));
        }
        for (int s = 0; s < series.length; s++) {
            if (!(isWhole(s) && written != null && written.holds(arc))) {
                putSeries(s, row, column, result);
            }
        }
        for (int e = 0; e < ambiguities.length; e++) {
            put(ambiguities[e], row, column, ambiguity(result.ambiguity(e)));
        }
        boolean below = buffers.belowThreshold()[arc] != 0;
        put(phaseSigma, row, column, below ? Double.NaN : buffers.sigma()[arc]);
        int flags = below ? ArcFlag.BELOW_THRESHOLD.mask() : result.status();
        put(status, row, column, (short) flags);
        count(flags);
    }

    private void putSeries(int s, int row, int column, ArcResult result) {
        target.series().get(s).series().fill(result, phases);
        for (int e = 0; e < phases.length; e++) {
            put(series[s][e], row, column, millimetres * phases[e]);
        }
    }

    private void count(int flags) {
        for (int left = flags; left != 0; left &= left - 1) {
            counts[Integer.numberOfTrailingZeros(left)]++;
        }
    }

    /** How many arcs of the tile have each bit of the status set; overwritten by the next tile. */
    int[] counts() {
        return counts;
    }

    private static short ambiguity(double value) {
        return Math.abs(value) <= Short.MAX_VALUE && value == Math.rint(value) ? (short) value : ArcTarget.NO_AMBIGUITY;
    }

    private static void put(FloatView view, int row, int column, double value) {
        if (view != null) {
            view.put(row, column, value);
        }
    }

    private static void put(Tile tile, int row, int column, short value) {
        if (tile != null) {
            tile.getDataBufferShort()[tile.getScanlineOffset() + row * tile.getScanlineStride() + column] = value;
        }
    }
}

package org.insardask.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.insardask.polygon.PolygonSet;

/**
 * A layer whose polygons have been read and whose attributes are read for the features that are wanted: find the features that matter with
 * {@link #polygons()}, then ask for {@link #layer(BitSet)}. No file stays open. Immutable, safe for use by several threads.
 */
public final class PolygonSource {
    private final VectorRequest request;
    private final PolygonLayer layer;
    private final AttributeRows rows;
    private final FileTime time;

    /** Creates a source; without rows the layer has its attributes. */
    PolygonSource(VectorRequest request, PolygonLayer layer, AttributeRows rows) throws VectorFileException {
        this.request = request;
        this.layer = layer;
        this.rows = rows;
        time = modified();
    }

    /** Returns the name of the layer. */
    public String name() {
        return layer.name();
    }

    /** Returns what the coordinates of the file referred to, for people to read. */
    public String crs() {
        return layer.crs();
    }

    /** Returns the polygons, longitude and latitude on WGS 84 in degrees. */
    public PolygonSet polygons() {
        return layer.polygons();
    }

    /** Returns what a user should know about the polygons, one sentence each. */
    public List<String> notes() {
        return layer.notes();
    }

    /**
     * Returns the layer with the attributes of all features.
     *
     * @throws VectorFileException where the file cannot be read
     */
    public PolygonLayer layer() throws VectorFileException {
        BitSet all = new BitSet();
        all.set(0, layer.polygons().featureCount());
        return rows == null ? layer : layer(all);
    }

    /**
     * Returns the layer with the attributes of some features; those of the others are null, and texts that only they have are left out. All
     * formats give the same.
     *
     * @param features the features wanted, counted from 0; not changed
     * @throws VectorFileException where the file cannot be read, or was changed since its polygons were read
     */
    public PolygonLayer layer(BitSet features) throws VectorFileException {
        if (rows == null) {
            return with(layer.attributes().stream().map(attribute -> attribute.only(features)).toList(), List.of());
        }
        if (!modified().equals(time)) {
            throw request.failure("was changed while it was used");
        }
        LayerCollector collector = new LayerCollector(request, false);
        try {
            rows.read(features, collector);
        } catch (VectorFileException e) {
            throw e;
        } catch (IOException e) {
            throw request.failure("cannot be read (" + e.getMessage() + ")", e);
        }
        return with(collector.values(), collector.notes());
    }

    private PolygonLayer with(List<Attribute> attributes, List<String> moreNotes) {
        List<String> notes = new ArrayList<>(layer.notes());
        notes.addAll(moreNotes);
        return new PolygonLayer(layer.name(), layer.crs(), layer.polygons(), attributes, List.copyOf(notes));
    }

    private FileTime modified() throws VectorFileException {
        try {
            return Files.getLastModifiedTime(request.file());
        } catch (IOException e) {
            throw request.failure("cannot be read (" + e.getMessage() + ")", e);
        }
    }
}

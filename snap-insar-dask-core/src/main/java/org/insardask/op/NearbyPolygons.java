package org.insardask.op;

import java.util.BitSet;
import org.insardask.polygon.PolygonSet;
import org.insardask.vector.PolygonLayer;
import org.insardask.vector.PolygonSource;
import org.insardask.vector.VectorFileException;
import org.insardask.vector.VectorFiles;
import org.insardask.vector.VectorRequest;

/**
 * The polygons of a file that may hold pixels of a scene.
 *
 * @param layer the layer; its attributes are those of the features near the scene, others are null
 * @param polygons the polygons of those features; features keep their numbers
 */
record NearbyPolygons(PolygonLayer layer, PolygonSet polygons) {

    /**
     * Reads polygons, and attributes where they matter.
     *
     * @param box where the scene lies, or null where that is not known
     */
    static NearbyPolygons read(VectorRequest request, SceneBox box) throws VectorFileException {
        PolygonSource source = VectorFiles.open(request);
        PolygonSet all = source.polygons();
        if (box == null) {
            return new NearbyPolygons(source.layer(), all);
        }
        BitSet near = all.featuresNear(box.west(), box.south(), box.east(), box.north());
        return new NearbyPolygons(source.layer(near), all.select(near::get));
    }
}

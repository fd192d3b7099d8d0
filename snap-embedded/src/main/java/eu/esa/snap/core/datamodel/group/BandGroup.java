package eu.esa.snap.core.datamodel.group;

import java.util.List;

/** How the bands of a product are grouped on display: a list of paths, each of one or more parts of band names. */
public interface BandGroup extends List<String[]> {
}

/**
 * Reader and writer of BEAM-DIMAP, the format of SNAP: an XML header {@code NAME.dim} and a folder {@code NAME.data} with one raw raster
 * file and one ENVI header for each band and tie-point grid.
 */
package org.insardask.embedded.dimap;

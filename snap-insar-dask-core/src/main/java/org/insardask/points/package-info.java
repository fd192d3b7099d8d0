/**
 * Points: which pixels are stable enough to be points, and how points lie in the raster of a product. No SNAP, no files, no threads.
 */
package org.insardask.points;

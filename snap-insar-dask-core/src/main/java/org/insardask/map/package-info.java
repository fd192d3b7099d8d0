/**
 * Pictures of rasters: cells, colours, legend. Plain Java 2D without fonts, so that it works, and gives the same picture,
 * on machines without a display and without font files.
 */
package org.insardask.map;

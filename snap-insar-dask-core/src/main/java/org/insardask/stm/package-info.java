/**
 * Points in products, and the formats that hold them: products of points, space-time matrices as CSV and Zarr, files for maps.
 */
package org.insardask.stm;

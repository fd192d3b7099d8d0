/**
 * Arrays of Zarr (format 2) and the compressors of their chunks, without native libraries. Knows nothing of SNAP.
 */
package org.insardask.zarr;

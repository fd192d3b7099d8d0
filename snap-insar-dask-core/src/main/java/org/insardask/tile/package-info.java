/**
 * Between tiles of SNAP and flat arrays, in bulk.
 */
package org.insardask.tile;

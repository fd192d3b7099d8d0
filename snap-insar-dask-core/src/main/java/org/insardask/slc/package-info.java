/**
 * Complex reconstruction of single look complex images from interferograms: flat arrays in, flat arrays out.
 */
package org.insardask.slc;

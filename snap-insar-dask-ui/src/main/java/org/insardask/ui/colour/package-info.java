/** Colours of the bands of unwrapped products: palettes, ranges, and how bands get them in SNAP Desktop. */
package org.insardask.ui.colour;

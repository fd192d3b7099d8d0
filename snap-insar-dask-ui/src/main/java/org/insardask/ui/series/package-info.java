/**
 * The PS Time Series window: which series a pixel has, what its model is, the chart, and SNAP's tool window around it.
 *
 * <p>Classes without Swing read a product through SNAP's public API: {@link org.insardask.ui.series.SeriesProduct} says what a product
 * has, {@link org.insardask.ui.series.PixelReader} reads a pixel, {@link org.insardask.ui.series.SeriesMaker} makes of it what is drawn.
 */
package org.insardask.ui.series;

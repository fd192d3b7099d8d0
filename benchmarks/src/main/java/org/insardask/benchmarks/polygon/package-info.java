/** Benchmarks of polygon enrichment: made-up polygons and points, this project's times, and the files that the peers read. */
package org.insardask.benchmarks.polygon;

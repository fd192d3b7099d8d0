/**
 * A seeded simulator of Sentinel-1 interferogram stacks over a made-up town, with its truth.
 *
 * <p>Equal settings give equal samples on every machine: random numbers are hashes of what they stand for, and every
 * transcendental function is that of {@link java.lang.StrictMath}.
 */
package org.insardask.simulator;

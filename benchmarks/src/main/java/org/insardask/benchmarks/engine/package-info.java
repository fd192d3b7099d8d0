/** Inputs and helpers of {@code benchmarks/engine}, which measures whole runs of {@code insar-gpt}. */
package org.insardask.benchmarks.engine;

/**
 * Benchmarks against peers, measured side by side in one run; {@code benchmarks/run} prints the table.
 */
package org.insardask.benchmarks;

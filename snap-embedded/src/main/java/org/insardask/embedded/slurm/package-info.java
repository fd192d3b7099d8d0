/** {@code insar-slurm}: runs a graph as a job array of SLURM. */
package org.insardask.embedded.slurm;

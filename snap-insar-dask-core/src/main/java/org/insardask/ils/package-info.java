/**
 * Integer least squares. Pure mathematics on flat arrays: no I/O, no threads, no logging.
 *
 * <p>Two families of solvers. The classical toolbox takes any covariance matrix: {@link org.insardask.ils.Decorrelation} once per
 * covariance, then an {@link org.insardask.ils.AmbiguityEstimator} for each float vector. The structured solver takes a covariance
 * that is diagonal plus rank k: {@link org.insardask.ils.StructuredModel}, {@link org.insardask.ils.EpochOrder} once per class of
 * geometry, {@link org.insardask.ils.StructuredGains} once per geometry, {@link org.insardask.ils.StructuredSearch} for each phase
 * vector.
 */
package org.insardask.ils;

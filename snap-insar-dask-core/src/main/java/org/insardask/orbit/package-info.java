/**
 * Geometry of a radar on its orbit: positions from state vectors, points on the ground from line and range, incidence angles and
 * perpendicular baselines. Pure mathematics in Earth-fixed coordinates (m, s), without SNAP and without files.
 */
package org.insardask.orbit;

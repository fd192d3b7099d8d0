package org.insardask.orbit;

/**
 * Where a satellite is and how it moves at one time, in Earth-fixed coordinates.
 *
 * @param time     s, from any origin
 * @param position m
 * @param velocity m/s, in the rotating frame
 */
public record StateVector(double time, Vector3 position, Vector3 velocity) {
}

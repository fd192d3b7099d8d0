/**
 * Arcs: wrapped phase differences between two points over time, their model, and its solution. Pure mathematics on flat arrays: no
 * I/O, no threads, no logging.
 *
 * <p>{@link org.insardask.arc.ArcModel} says what is estimated, {@link org.insardask.arc.ArcSolver} is the immutable plan made from
 * it, one {@link org.insardask.arc.ArcWorkspace} per thread holds the scratch memory, {@link org.insardask.arc.ArcResult} takes
 * what is found.
 */
package org.insardask.arc;

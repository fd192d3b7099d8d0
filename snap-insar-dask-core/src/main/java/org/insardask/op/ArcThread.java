package org.insardask.op;

import org.insardask.arc.ArcWorkspace;

/**
 * Scratch memory with which one thread computes tiles.
 *
 * @param buffers what a tile is read into
 * @param workspace of the solver
 * @param writer into the target tiles
 */
record ArcThread(ArcTileBuffers buffers, ArcWorkspace workspace, ArcTileWriter writer) {
}

/** Operators of SNAP that graphs need and that are not part of its core, and what the core ones are made of. */
package org.insardask.embedded.operators;

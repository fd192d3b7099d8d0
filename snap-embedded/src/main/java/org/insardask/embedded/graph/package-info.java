/** Graphs of operators in the XML of SNAP. */
package org.insardask.embedded.graph;

/**
 * Samples of pixels collected by group, in memory as far as a budget goes and in a temporary file beyond it, and given back group after
 * group with the statistics of each.
 */
package org.insardask.grouping;

/**
 * Statistics of numbers that come in ascending order: one pass, constant memory, the same result for any way in which the numbers were
 * collected. Pure mathematics.
 */
package org.insardask.statistics;

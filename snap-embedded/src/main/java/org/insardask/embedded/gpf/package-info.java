/** Runs operators: sets their parameters and sources, schedules and caches their tiles, and hands results to writers. */
package org.insardask.embedded.gpf;

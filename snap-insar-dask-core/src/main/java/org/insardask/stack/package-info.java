/**
 * The one place that knows how bands and metadata of SAR stacks are called: parses and formats band names, dates and the metadata that
 * the operators need.
 */
package org.insardask.stack;

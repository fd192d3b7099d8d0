/**
 * What the readers and writers of the embedded runner share: the sample types with their byte codecs, positional access to raw raster
 * files, and output that appears under its final name only when it is complete.
 */
package org.insardask.embedded.io;

/** Product readers and writers: the part of SNAP's API that the operators use. */
package org.esa.snap.core.dataio;

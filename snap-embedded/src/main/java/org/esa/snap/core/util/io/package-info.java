/** File filters: the part of SNAP's API that the formats use. */
package org.esa.snap.core.util.io;

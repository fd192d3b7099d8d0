/** Products, bands, metadata and geo-codings: the part of SNAP's API that the operators use. */
package org.esa.snap.core.datamodel;

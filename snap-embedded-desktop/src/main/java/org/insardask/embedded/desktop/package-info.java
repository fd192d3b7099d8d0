/** The state behind the mirror of SNAP Desktop, which tests set. Not part of SNAP. */
package org.insardask.embedded.desktop;

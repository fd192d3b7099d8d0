/** The command line, with the words of SNAP. */
package org.insardask.embedded.cli;

/** What SNAP Desktop needs beside the operators: the layer with menu and help, and the graphs behind menu entries. */
package org.insardask.ui;

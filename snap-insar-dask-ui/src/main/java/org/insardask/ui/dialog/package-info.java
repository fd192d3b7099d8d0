/**
 * The panels of operators for SNAP's operator dialog and the Graph Builder. What a panel means is in plain classes; the rules of the
 * parameters stay in the operators, which the panels ask.
 */
package org.insardask.ui.dialog;

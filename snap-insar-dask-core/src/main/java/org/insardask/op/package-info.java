/**
 * The operators.
 */
package org.insardask.op;

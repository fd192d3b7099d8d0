/** Seeded simulations behind figures and tables of the documentation and the thresholds of the ratio test. */
package org.insardask.experiments;

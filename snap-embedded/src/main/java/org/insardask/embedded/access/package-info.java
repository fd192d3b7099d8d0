/** The bridge between the embedded data model and the embedded engine. Not part of SNAP's API; operators never use it. */
package org.insardask.embedded.access;

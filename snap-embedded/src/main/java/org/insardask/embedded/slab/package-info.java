/** A product in slabs of rows: planned once, computed slab by slab by processes that share only a file system, and put together. */
package org.insardask.embedded.slab;

/** Progress monitors and the root of SNAP's nodes: the part of SNAP's API that the operators use. */
package com.bc.ceres.core;

/** Points as vector data over an image: which points, where, with which attributes and colours, and the action that asks for it. */
package org.insardask.ui.points;

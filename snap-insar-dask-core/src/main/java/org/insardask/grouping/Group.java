package org.insardask.grouping;

import java.util.List;
import org.insardask.statistics.Summary;

/**
 * A group of pixels.
 *
 * @param id its number
 * @param pixels how many pixels it has, those without data included
 * @param bands the statistics of each band
 */
public record Group(int id, long pixels, List<Summary> bands) {
}

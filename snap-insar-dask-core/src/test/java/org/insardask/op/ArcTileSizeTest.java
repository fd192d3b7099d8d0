package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import org.junit.jupiter.api.Test;

class ArcTileSizeTest {

    private static final long MEMORY = 32L << 20;

    @Test
    void stripsWhereTheSourceLiesInRows() {
        assertEquals(new Dimension(1000, 13), ArcTileSize.of(1000, 4000, 2500L, null));
        assertEquals(new Dimension(1000, 13), ArcTileSize.of(1000, 4000, 2500L, new Dimension(1000, 64)));
        assertEquals(new Dimension(128, 8), ArcTileSize.of(128, 96, 800L, null));
        assertEquals(new Dimension(20, 3), ArcTileSize.of(20, 3, 800L, null));
    }

    @Test
    void squaresWhereTheSourceHasTiles() {
        assertEquals(new Dimension(64, 64), ArcTileSize.of(1000, 1000, 2500L, new Dimension(512, 512)));
        assertEquals(new Dimension(512, 300), ArcTileSize.of(200000, 300, 20L, new Dimension(512, 512)));
    }

    @Test
    void smallScenesHaveManyTiles() {
        assertEquals(new Dimension(1000, 8), ArcTileSize.of(1000, 1000, 2500L, null));
        assertEquals(new Dimension(1000, 8), ArcTileSize.of(1000, 750, 800L, null));
        assertEquals(new Dimension(100, 58), ArcTileSize.of(100, 7500, 800L, null));
        assertEquals(new Dimension(64, 64), ArcTileSize.of(1000, 300, 20L, new Dimension(512, 512)));
    }

    @Test
    void memoryIsBoundedHoweverWideAndDeepTheStackIs() {
        for (int width : new int[] {300, 1000, 8191, 25000, 70000}) {
            for (long bytes : new long[] {400L, 2500L, 7000L, 30000L}) {
                Dimension tile = ArcTileSize.of(width, 5000, bytes, null);
                long used = bytes * tile.width * tile.height;
                assertTrue(used <= MEMORY + bytes * 8, width + " columns, " + bytes + " bytes: " + tile);
                assertTrue(tile.width <= width && tile.height >= 8, tile.toString());
            }
        }
    }
}

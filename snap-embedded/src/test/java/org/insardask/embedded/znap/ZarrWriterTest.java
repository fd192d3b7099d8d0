package org.insardask.embedded.znap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.zarr.Compressor;
import com.bc.zarr.CompressorFactory;
import com.bc.zarr.ZarrGroup;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.OpenFiles;
import org.insardask.embedded.io.SampleType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chunks, compressed or not, have the same bytes for any tiling and order of writes, also where two runs write parts of them. */
class ZarrWriterTest {
    private static final int WIDTH = 53;
    private static final int HEIGHT = 41;
    private static final float[] VALUES = values();

    @TempDir
    Path folder;

    private static float[] values() {
        Random random = new Random(7);
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5);
        }
        return values;
    }

    private ZarrHeader create(String name, String codec, double noData) throws IOException {
        Compressor compressor = codec.equals("null") ? null : CompressorFactory.create(codec, "level", 3);
        ZarrHeader header = ZarrHeader.of(SampleType.FLOAT32, WIDTH, HEIGHT, 16, 10, noData, compressor);
        Path group = folder.resolve(codec + noData);
        header.create(ZarrGroup.create(group), group, name);
        return header;
    }

    private Path path(String name, String codec, double noData) {
        return folder.resolve(codec + noData).resolve(name);
    }

    private static List<Rectangle> tiles(int tileWidth, int tileHeight) {
        List<Rectangle> tiles = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y += tileHeight) {
            for (int x = 0; x < WIDTH; x += tileWidth) {
                tiles.add(new Rectangle(x, y, Math.min(tileWidth, WIDTH - x), Math.min(tileHeight, HEIGHT - y)));
            }
        }
        return tiles;
    }

    private static void write(ZarrWriter writer, List<Rectangle> tiles) throws IOException {
        for (Rectangle tile : tiles) {
            float[] samples = new float[tile.width * tile.height];
            for (int row = 0; row < tile.height; row++) {
                System.arraycopy(VALUES, (tile.y + row) * WIDTH + tile.x, samples, row * tile.width, tile.width);
            }
            writer.write(tile.x, tile.y, tile.width, tile.height, ProductData.createInstance(samples));
        }
    }

    private static Map<String, List<Byte>> files(Path array) throws IOException {
        Map<String, List<Byte>> files = new TreeMap<>();
        try (Stream<Path> children = Files.list(array)) {
            for (Path child : children.toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte b : Files.readAllBytes(child)) {
                    bytes.add(b);
                }
                files.put(child.getFileName().toString(), bytes);
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({"null,0", "null,NaN", "null,-9999", "zlib,0", "zlib,NaN"})
    void bytesDoNotDependOnTheTiling(String codec, double noData) throws IOException {
        ZarrHeader header = create("chunks", codec, noData);
        write(new ZarrWriter(path("chunks", codec, noData), header, OpenFiles.forWriting()), tiles(16, 10));
        Map<String, List<Byte>> expected = files(path("chunks", codec, noData));
        assertEquals(1 + 4 * 5, expected.size());
        int[][] sizes = {{WIDTH, 3}, {7, 9}, {WIDTH, HEIGHT}, {32, 20}};
        for (int[] size : sizes) {
            String name = "tiles" + size[0] + "x" + size[1];
            create(name, codec, noData);
            List<Rectangle> tiles = tiles(size[0], size[1]);
            Collections.shuffle(tiles, new Random(1));
            write(new ZarrWriter(path(name, codec, noData), header, OpenFiles.forWriting()), tiles);
            assertEquals(expected, files(path(name, codec, noData)), name);
        }
        float[] read = new float[VALUES.length];
        new ZarrReader(path("chunks", codec, noData), ZarrHeader.read(path("chunks", codec, noData))).read(0, 0, WIDTH, HEIGHT, read,
                OpenFiles.oneByOne());
        assertArrayEquals(VALUES, read);
    }

    @ParameterizedTest
    @CsvSource({"null,NaN", "zlib,NaN"})
    void twoRunsMayWritePartsOfOneChunk(String codec, double noData) throws IOException {
        ZarrHeader header = create("once", codec, noData);
        write(new ZarrWriter(path("once", codec, noData), header, OpenFiles.forWriting()), tiles(16, 10));
        create("twice", codec, noData);
        List<Rectangle> tiles = tiles(WIDTH, 3);
        write(new ZarrWriter(path("twice", codec, noData), header, OpenFiles.forWriting()), tiles.subList(0, 8));
        ZarrWriter second = new ZarrWriter(path("twice", codec, noData), header, OpenFiles.forWriting());
        write(second, tiles.subList(5, tiles.size()));
        if (codec.equals("zlib")) {
            Files.write(path("twice", codec, noData).resolve("0.0.part"), new byte[7]);
        }
        second.finish();
        assertEquals(files(path("once", codec, noData)), files(path("twice", codec, noData)));
    }

    /** As a run leaves it that was killed after it created the file beside a chunk, before it filled it. */
    @Test
    void aChunkThatCanBeReadWinsOverThePartBesideIt() throws IOException {
        ZarrHeader header = create("once", "zlib", 0);
        Path array = path("once", "zlib", 0);
        write(new ZarrWriter(array, header, OpenFiles.forWriting()), tiles(16, 10));
        Map<String, List<Byte>> expected = files(array);
        for (String chunk : List.of("0.0", "0.1", "2.2", "4.3")) {
            Files.write(array.resolve(chunk + ".part"), new byte[header.chunkBytes()]);
        }
        Files.write(array.resolve("1.1.new.part"), new byte[3]);
        Files.write(array.resolve("1.1.chunk.part"), new byte[3]);
        ZarrWriter again = new ZarrWriter(array, header, OpenFiles.forWriting());
        float[] samples = new float[3 * WIDTH];
        again.read(0, 0, WIDTH, 3, samples);
        write(again, tiles(WIDTH, 3).subList(1, 3));
        again.finish();
        assertEquals(expected, files(array));
    }

    @Test
    void tilesOfChunksThatStillGrowAreKept() throws IOException {
        ZarrHeader header = create("once", "zlib", 0);
        write(new ZarrWriter(path("once", "zlib", 0), header, OpenFiles.forWriting()), tiles(16, 10));
        create("twice", "zlib", 0);
        Path array = path("twice", "zlib", 0);
        List<Rectangle> tiles = tiles(WIDTH, 3);
        write(new ZarrWriter(array, header, OpenFiles.forWriting()), tiles.subList(0, 8));
        ZarrWriter again = new ZarrWriter(array, header, OpenFiles.forWriting());
        for (Rectangle tile : tiles.subList(0, 8)) {
            again.read(tile.x, tile.y, tile.width, tile.height, new float[tile.width * tile.height]);
            again.keep(tile.x, tile.y, tile.width, tile.height);
        }
        write(again, tiles.subList(8, tiles.size()));
        assertEquals(files(path("once", "zlib", 0)), files(array), "compressed before the end, and nothing beside the chunks");
        again.finish();
        assertEquals(files(path("once", "zlib", 0)), files(array));
    }

    @Test
    void aTileOfAChunkThatWasNeverBegunIsNotThere() throws IOException {
        ZarrHeader header = create("once", "zlib", 0);
        ZarrWriter writer = new ZarrWriter(path("once", "zlib", 0), header, OpenFiles.forWriting());
        assertThrows(IOException.class, () -> writer.read(0, 0, 16, 3, new float[16 * 3]));
    }

    @Test
    void aChunkOfWhichTilesCountAsFinishedIsNotBegunAnew() throws IOException {
        ZarrHeader header = create("once", "zlib", 0);
        Path array = path("once", "zlib", 0);
        write(new ZarrWriter(array, header, OpenFiles.forWriting()), tiles(16, 10));
        ZarrWriter again = new ZarrWriter(array, header, OpenFiles.forWriting());
        again.read(0, 0, 16, 3, new float[16 * 3]);
        Files.write(array.resolve("0.0"), new byte[5]);
        IOException e = assertThrows(IOException.class, () -> write(again, List.of(new Rectangle(0, 3, 16, 3))));
        assertTrue(e.getMessage().contains("0.0: cannot be read as a chunk"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"null,0,zlib,0", "zlib,0,null,0", "zlib,0,zlib,NaN"})
    void anArrayWithAnotherHeaderIsEmptied(String before, double noDataBefore, String codec, double noData) throws IOException {
        write(new ZarrWriter(path("a", before, noDataBefore), create("a", before, noDataBefore), OpenFiles.forWriting()), tiles(16, 10));
        Compressor compressor = codec.equals("null") ? null : CompressorFactory.create(codec, "level", 3);
        ZarrHeader header = ZarrHeader.of(SampleType.FLOAT32, WIDTH, HEIGHT, 16, 10, noData, compressor);
        Path group = folder.resolve(before + noDataBefore);
        Path array = path("a", before, noDataBefore);
        header.create(ZarrGroup.create(group), group, "a");
        assertEquals(Set.of(".zarray"), files(array).keySet());
        assertEquals(compressor == null, ZarrHeader.read(array).compressor() == null);
        write(new ZarrWriter(array, header, OpenFiles.forWriting()), tiles(WIDTH, 7));
        header.create(ZarrGroup.create(group), group, "a");
        float[] read = new float[VALUES.length];
        new ZarrReader(array, ZarrHeader.read(array)).read(0, 0, WIDTH, HEIGHT, read,
                OpenFiles.oneByOne());
        assertArrayEquals(VALUES, read);
        assertEquals(1 + 4 * 5, files(array).size());
    }

    @AfterEach
    void forget() {
        System.clearProperty(ChunkCodec.ID_PROPERTY);
        System.clearProperty(ChunkCodec.LEVEL_PROPERTY);
    }

    @Test
    void thePropertiesOfSnapChooseTheCompressor() throws IOException {
        assertEquals(null, ChunkCodec.chosen());
        System.setProperty(ChunkCodec.ID_PROPERTY, "null");
        assertEquals(null, ChunkCodec.chosen());
        System.setProperty(ChunkCodec.ID_PROPERTY, "zlib");
        assertEquals("compressor=zlib/level=3", ChunkCodec.chosen().toString());
        System.setProperty(ChunkCodec.LEVEL_PROPERTY, "9");
        assertEquals("compressor=zlib/level=9", ChunkCodec.chosen().toString());
    }

    @ParameterizedTest
    @CsvSource({"gzip,3,'znap.compressor.id is ''gzip'', expected null or zlib'",
        "zlib,10,'znap.compression.level is ''10'', expected 0 to 9'"})
    void otherValuesAreRefused(String id, String level, String message) {
        System.setProperty(ChunkCodec.ID_PROPERTY, id);
        System.setProperty(ChunkCodec.LEVEL_PROPERTY, level);
        assertEquals(message, assertThrows(IOException.class, ChunkCodec::chosen).getMessage());
    }
}

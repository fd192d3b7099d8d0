package org.insardask.stm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.linuxense.javadbf.DBFReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** javadbf reads what is written. */
class DbfSinkTest {

    private static final List<DbfSink.Field> FIELDS = List.of(DbfSink.Field.ofText("name", 5), DbfSink.Field.ofNumber("count", true),
            DbfSink.Field.ofNumber("height", false));

    @TempDir
    private Path folder;

    private Path write(Object[]... rows) throws IOException {
        Path file = folder.resolve("a.dbf");
        try (DbfSink sink = new DbfSink(file, FIELDS)) {
            for (Object[] row : rows) {
                sink.write(row);
            }
            sink.finish();
        }
        return file;
    }

    @Test
    void textsAndNumbers() throws IOException {
        Path file = write(new Object[] {"abc", 7L, -0.25}, new Object[] {null, null, null},
                new Object[] {"\u00e9\u00e9\u00e9", Long.MIN_VALUE, -99999999.0}, new Object[] {"", -1L, -1e-12});
        try (DBFReader reader = new DBFReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            assertEquals(4, reader.getRecordCount());
            assertArrayEquals(new Object[] {"abc", new BigDecimal("7"), new BigDecimal("-0.2500000000")}, reader.nextRecord());
            assertArrayEquals(new Object[] {"", null, null}, reader.nextRecord());
            Object[] third = reader.nextRecord();
            assertEquals("\u00e9\u00e9", third[0]);
            assertEquals(BigDecimal.valueOf(Long.MIN_VALUE), third[1]);
            assertEquals(new BigDecimal("-99999999.0000000000"), third[2]);
            assertArrayEquals(new Object[] {"", new BigDecimal("-1"), new BigDecimal("0E-10")}, reader.nextRecord());
            assertNull(reader.nextRecord());
        }
    }

    @Test
    void manyNumbers() throws IOException {
        Random random = new Random(2);
        Object[][] rows = new Object[3000][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new Object[] {"x", (long) k, random.nextGaussian() * Math.pow(10, k % 8 - 1)};
        }
        Path file = write(rows);
        try (DBFReader reader = new DBFReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            for (Object[] row : rows) {
                double value = (Double) row[2];
                assertEquals(value, ((Number) reader.nextRecord()[2]).doubleValue(), 0.51e-10 + Math.ulp(value));
            }
        }
    }

    @Test
    void noRecords() throws IOException {
        byte[] bytes = Files.readAllBytes(write());
        assertEquals(32 * 4 + 1 + 1, bytes.length);
        assertEquals(0x1a, bytes[bytes.length - 1]);
    }
}

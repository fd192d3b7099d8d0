package org.esa.snap.core.datamodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed elements, by SNAP's public API only. */
class ProductDataTest {

    @ParameterizedTest
    @CsvSource({"10, int8, 1", "11, int16, 2", "12, int32, 4", "13, int64, 8", "20, uint8, 1", "21, uint16, 2", "22, uint32, 4",
        "30, float32, 4", "31, float64, 8", "41, ascii, 1"})
    void typesHaveNamesAndSizes(int type, String name, int size) {
        ProductData data = ProductData.createInstance(type, 3);
        assertEquals(type, data.getType());
        assertEquals(name, data.getTypeString());
        assertEquals(type, ProductData.getType(name));
        assertEquals(size, data.getElemSize());
        assertEquals(3, data.getNumElems());
    }

    @Test
    void unknownTypesAndNoElementsAreRefused() {
        assertEquals(ProductData.TYPE_UNDEFINED, ProductData.getType("complex"));
        assertThrows(IllegalArgumentException.class, () -> ProductData.createInstance(99));
        assertThrows(IllegalArgumentException.class, () -> ProductData.createInstance(ProductData.TYPE_INT16, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 20, 21, 22, 30, 31})
    void numbersGoInAndComeOut(int type) {
        ProductData data = ProductData.createInstance(type, 2);
        data.setElemIntAt(0, 17);
        data.setElemDoubleAt(1, 41.6);
        boolean whole = ProductData.isIntType(type);
        assertEquals(17, data.getElemIntAt(0));
        assertEquals(17.0, data.getElemDoubleAt(0));
        assertEquals(42, data.getElemIntAt(1), "41.6 is rounded");
        assertEquals(whole ? 42.0 : 41.6, data.getElemDoubleAt(1), 1e-5);
    }

    @Test
    void unsignedNumbersAreNotNegative() {
        ProductData bytes = ProductData.createUnsignedInstance(new byte[] {(byte) 200});
        ProductData shorts = ProductData.createUnsignedInstance(new short[] {(short) 60000});
        ProductData ints = ProductData.createUnsignedInstance(new int[] {-1});
        assertEquals(200, bytes.getElemInt());
        assertEquals(60000.0f, shorts.getElemFloat());
        assertEquals(4294967295.0, ints.getElemDouble());
        assertEquals(4294967295L, ints.getElemUInt());
        assertEquals("4294967295", ints.getElemString());
        assertTrue(ints.isUnsigned());
        assertFalse(ProductData.createInstance(new byte[] {(byte) 200}).isUnsigned());
        assertEquals(-56, ProductData.createInstance(new byte[] {(byte) 200}).getElemInt());
    }

    @Test
    void theArrayIsUsedNotCopied() {
        float[] values = {1f, 2f, 3f};
        ProductData data = ProductData.createInstance(values);
        data.setElemFloatAt(1, 5f);
        assertEquals(5f, values[1]);
        assertEquals("1.0,5.0,3.0", data.getElemString());
    }

    @Test
    void elementsAreSetFromArraysOfTheSameKindAndLength() {
        ProductData data = ProductData.createInstance(ProductData.TYPE_INT16, 2);
        data.setElems(new short[] {3, 4});
        assertArrayEquals(new short[] {3, 4}, (short[]) data.getElems());
        assertThrows(IllegalArgumentException.class, () -> data.setElems(new int[] {3, 4}));
        assertThrows(IllegalArgumentException.class, () -> data.setElems(new short[] {3}));
    }

    @Test
    void equalElementsAreFound() {
        ProductData data = ProductData.createInstance(new float[] {1f, Float.NaN});
        assertTrue(data.equalElems(ProductData.createInstance(new float[] {1f, Float.NaN})));
        assertFalse(data.equalElems(ProductData.createInstance(new float[] {1f, 2f})));
    }

    @Test
    void textKeepsItsLettersAndMayGrow() {
        ProductData text = ProductData.createInstance("Sentinel");
        assertInstanceOf(ProductData.ASCII.class, text);
        assertEquals("Sentinel", text.getElemString());
        text.setElems("Sentinel-1");
        assertEquals(10, text.getNumElems());
        assertThrows(IllegalArgumentException.class, () -> text.setElems(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 21, 12, 30, 31})
    void streamsKeepTheElements(int type) throws IOException {
        ProductData data = ProductData.createInstance(type, 4);
        for (int i = 0; i < 4; i++) {
            data.setElemIntAt(i, 7 * i);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            data.writeTo(out);
        }
        assertEquals(4 * data.getElemSize(), bytes.size());
        ProductData copy = ProductData.createInstance(type, 4);
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy.readFrom(in);
        }
        assertTrue(copy.equalElems(data));
    }
}

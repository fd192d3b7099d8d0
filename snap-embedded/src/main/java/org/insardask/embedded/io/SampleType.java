package org.insardask.embedded.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.esa.snap.core.datamodel.ProductData;

/**
 * The sample types of rasters: how {@link ProductData} numbers and names them, and how the file formats do.
 *
 * <p>Immutable, safe for any thread.
 */
public enum SampleType {
    /** Signed byte. ENVI has no code for it; SNAP writes that of the unsigned byte. */
    INT8(ProductData.TYPE_INT8, ProductData.TYPESTRING_INT8, 1, 1, "i1"),
    /** Signed 16 bit. */
    INT16(ProductData.TYPE_INT16, ProductData.TYPESTRING_INT16, 2, 2, "i2"),
    /** Signed 32 bit. */
    INT32(ProductData.TYPE_INT32, ProductData.TYPESTRING_INT32, 4, 3, "i4"),
    /** Signed 64 bit. */
    INT64(ProductData.TYPE_INT64, ProductData.TYPESTRING_INT64, 8, 14, "i8"),
    /** Unsigned byte. */
    UINT8(ProductData.TYPE_UINT8, ProductData.TYPESTRING_UINT8, 1, 1, "u1"),
    /** Unsigned 16 bit. */
    UINT16(ProductData.TYPE_UINT16, ProductData.TYPESTRING_UINT16, 2, 12, "u2"),
    /** Unsigned 32 bit. */
    UINT32(ProductData.TYPE_UINT32, ProductData.TYPESTRING_UINT32, 4, 13, "u4"),
    /** IEEE 754 single. */
    FLOAT32(ProductData.TYPE_FLOAT32, ProductData.TYPESTRING_FLOAT32, 4, 4, "f4"),
    /** IEEE 754 double. */
    FLOAT64(ProductData.TYPE_FLOAT64, ProductData.TYPESTRING_FLOAT64, 8, 5, "f8");

    private final int productDataType;
    private final String typeName;
    private final int bytes;
    private final int enviCode;
    private final String zarrCode;

    SampleType(int productDataType, String typeName, int bytes, int enviCode, String zarrCode) {
        this.productDataType = productDataType;
        this.typeName = typeName;
        this.bytes = bytes;
        this.enviCode = enviCode;
        this.zarrCode = zarrCode;
    }

    /** Returns the type number of {@link ProductData}. */
    public int productDataType() {
        return productDataType;
    }

    /** Returns the name that {@link ProductData} and BEAM-DIMAP use, such as {@code float32}. */
    public String typeName() {
        return typeName;
    }

    /** Returns the size of a sample (bytes). */
    public int bytes() {
        return bytes;
    }

    /** Returns the {@code data type} number of an ENVI header. */
    public int enviCode() {
        return enviCode;
    }

    /** Returns the Zarr type without its byte order, such as {@code f4}. */
    public String zarrCode() {
        return zarrCode;
    }

    /** Returns whether samples are floating point numbers. */
    public boolean isFloatingPoint() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /** Returns whether samples are unsigned integers. */
    public boolean isUnsigned() {
        return this == UINT8 || this == UINT16 || this == UINT32;
    }

    /**
     * Returns the type of a {@link ProductData} type number.
     *
     * @param productDataType one of {@code ProductData.TYPE_*}
     * @param owner what has that type, for the message
     * @return the type
     * @throws IOException where rasters of that type cannot be stored
     */
    public static SampleType of(int productDataType, String owner) throws IOException {
        for (SampleType type : values()) {
            if (type.productDataType == productDataType) {
                return type;
            }
        }
        throw new IOException(owner + ": samples of type " + productDataType + " cannot be stored, expected one of " + names());
    }

    /**
     * Returns the type of a name.
     *
     * @param typeName a name such as {@code float32}; may be null
     * @param owner what has that type, for the message
     * @return the type
     * @throws IOException where the name is unknown
     */
    public static SampleType ofName(String typeName, String owner) throws IOException {
        for (SampleType type : values()) {
            if (type.typeName.equals(typeName)) {
                return type;
            }
        }
        throw new IOException(owner + ": unknown data type '" + typeName + "', expected one of " + names());
    }

    private static String names() {
        return Arrays.stream(values()).map(SampleType::typeName).collect(Collectors.joining(", "));
    }
}

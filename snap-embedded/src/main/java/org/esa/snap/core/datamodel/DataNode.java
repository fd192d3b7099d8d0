package org.esa.snap.core.datamodel;

import java.util.Objects;

/** A node that holds typed elements and has a unit. */
public abstract class DataNode extends ProductNode {

    public static final String PROPERTY_NAME_DATA = "data";
    public static final String PROPERTY_NAME_READ_ONLY = "readOnly";
    public static final String PROPERTY_NAME_SYNTHETIC = "synthetic";
    public static final String PROPERTY_NAME_UNIT = "unit";

    private final int dataType;
    private final long numElems;
    private volatile ProductData data;
    private boolean readOnly;
    private boolean synthetic;
    private String unit;

    /** @throws IllegalArgumentException where the type is unknown, or a 64 bit integer */
    public DataNode(String name, int dataType, long numElems) {
        super(name);
        boolean wide = dataType == ProductData.TYPE_INT64 || dataType == ProductData.TYPE_UINT64;
        if (wide || ProductData.getTypeString(dataType) == null) {
            throw new IllegalArgumentException("dataType is invalid");
        }
        this.dataType = dataType;
        this.numElems = numElems;
    }

    public DataNode(String name, ProductData data, boolean readOnly) {
        super(name);
        this.data = requireNonNull(data, "data '" + name + "'");
        this.dataType = data.getType();
        this.numElems = data.getNumElems();
        this.readOnly = readOnly;
    }

    public int getDataType() {
        return dataType;
    }

    public boolean isFloatingPointType() {
        return ProductData.isFloatingPointType(dataType);
    }

    public long getNumDataElems() {
        return numElems;
    }

    /** @throws IllegalArgumentException where this node is read-only, or type or number of the elements do not fit */
    public void setData(ProductData data) {
        checkWritable();
        if (Objects.equals(this.data, data)) {
            return;
        }
        if (data != null) {
            checkDataCompatibility(data);
        }
        if (this.data != null) {
            setModified(true);
        }
        this.data = data;
    }

    public ProductData getData() {
        return data;
    }

    /** Copies the elements of an array. */
    public void setDataElems(Object elems) {
        checkWritable();
        ProductData target = data;
        if (target == null) {
            target = createCompatibleProductData(Math.toIntExact(numElems));
        }
        if (!Objects.deepEquals(target.getElems(), elems)) {
            target.setElems(elems);
            setModified(true);
        }
        data = target;
    }

    public Object getDataElems() {
        ProductData current = data;
        return current == null ? null : current.getElems();
    }

    public int getDataElemSize() {
        return ProductData.getElemSize(dataType);
    }

    public void setReadOnly(boolean readOnly) {
        if (this.readOnly != readOnly) {
            this.readOnly = readOnly;
            setModified(true);
        }
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public void setUnit(String unit) {
        if (!Objects.equals(this.unit, unit)) {
            this.unit = unit;
            setModified(true);
        }
    }

    public String getUnit() {
        return unit;
    }

    public boolean isSynthetic() {
        return synthetic;
    }

    public void setSynthetic(boolean synthetic) {
        if (this.synthetic != synthetic) {
            this.synthetic = synthetic;
            setModified(true);
        }
    }

    protected void checkDataCompatibility(ProductData data) throws IllegalArgumentException {
        if (data.getType() != dataType) {
            throw new IllegalArgumentException("Illegal data for data node '" + getName() + "', type "
                    + ProductData.getTypeString(dataType) + " expected");
        }
        if (data.getNumElems() != numElems) {
            throw new IllegalArgumentException("Illegal number of data elements for data node '" + getName() + "', "
                    + numElems + " elements expected but was " + data.getNumElems());
        }
    }

    public ProductData createCompatibleProductData(int numElems) {
        return ProductData.createInstance(dataType, numElems);
    }

    @Override
    public void dispose() {
        data = null;
        super.dispose();
    }

    private void checkWritable() {
        if (readOnly) {
            throw new IllegalArgumentException("data node '" + getName() + "' is read-only");
        }
    }
}

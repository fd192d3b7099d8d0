package org.esa.snap.core.dataio;

/** Makes readers of a format. Found by {@link java.util.ServiceLoader}. */
@SuppressWarnings("rawtypes") // SNAP's signatures
public interface ProductReaderPlugIn extends ProductIOPlugIn {

    DecodeQualification getDecodeQualification(Object input);

    Class[] getInputTypes();

    ProductReader createReaderInstance();
}

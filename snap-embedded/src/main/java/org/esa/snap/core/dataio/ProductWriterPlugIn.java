package org.esa.snap.core.dataio;

import org.esa.snap.core.datamodel.Product;

/** Makes writers of a format. Found by {@link java.util.ServiceLoader}. */
@SuppressWarnings("rawtypes") // SNAP's signatures
public interface ProductWriterPlugIn extends ProductIOPlugIn {

    EncodeQualification getEncodeQualification(Product product);

    Class[] getOutputTypes();

    ProductWriter createWriterInstance();
}

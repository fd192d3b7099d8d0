package org.insardask.stm;

import org.esa.snap.core.dataio.DecodeQualification;

/** Makes readers of space-time matrices in Zarr folders as xarray, DePSI and stmtools write them. */
public class StmZarrReaderPlugIn extends StmReaderPlugIn {

    /** Called by SNAP. */
    public StmZarrReaderPlugIn() {
        super("STM-Zarr", ".zarr", "Space-time matrix in Zarr (xarray, DePSI, stmtools)");
    }

    /**
     * Intended for a folder .zarr, or a file .zgroup and the like in it, where an array has the dimension space. Suitable for Zarr of
     * format 3, so that opening it says that it is not read. Nothing else.
     */
    @Override
    public DecodeQualification getDecodeQualification(Object input) {
        if (StmFiles.isZarr(StmFiles.path(input))) {
            return DecodeQualification.INTENDED;
        }
        return StmFiles.isNewerZarr(StmFiles.path(input)) ? DecodeQualification.SUITABLE : DecodeQualification.UNABLE;
    }
}

package org.insardask.stm;

import org.esa.snap.core.dataio.DecodeQualification;

/** Makes readers of space-time matrices in CSV files of stmtools. */
public class StmCsvReaderPlugIn extends StmReaderPlugIn {

    /** Called by SNAP. */
    public StmCsvReaderPlugIn() {
        super("STM-CSV", ".csv", "Space-time matrix in CSV (stmtools)");
    }

    /** Intended for a file .csv whose line of names has pnt_lat, pnt_lon and a series, for no other. */
    @Override
    public DecodeQualification getDecodeQualification(Object input) {
        return StmFiles.isCsv(StmFiles.path(input)) ? DecodeQualification.INTENDED : DecodeQualification.UNABLE;
    }
}

package org.insardask.embedded.dimap;

import eu.esa.snap.core.datamodel.group.BandGroup;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.datamodel.VirtualBand;

/**
 * Writes the header of a BEAM-DIMAP product, in the elements and their order of SNAP 14 (version 2.13.0 of the format).
 *
 * <p>Used once, by one thread.
 */
final class DimapHeaderWriter {
    private static final String VERSION = "2.13.0";

    private final Product product;
    private final String dataFolder;
    private final XmlText xml = new XmlText();

    /**
     * Prepares a header.
     *
     * @param product what is described
     * @param dataFolder name of the folder beside the header that holds the samples
     */
    DimapHeaderWriter(Product product, String dataFolder) {
        this.product = product;
        this.dataFolder = dataFolder;
    }

    /** Returns the bytes of the header. */
    byte[] write() {
        xml.open("Dimap_Document", "name", product.getName() + DimapProductReaderPlugIn.EXTENSION);
        writeIdentification();
        writeProduction();
        DimapGeoCoding.write(product, xml);
        DimapSampleCodings.write(product, xml);
        xml.open("Raster_Dimensions").line("NCOLS", product.getSceneRasterWidth()).line("NROWS", product.getSceneRasterHeight())
                .line("NBANDS", product.getNumBands()).close();
        writeDataAccess();
        writeTiePointGrids();
        if (product.getNumBands() > 0) {
            xml.open("Image_Interpretation");
            for (int i = 0; i < product.getNumBands(); i++) {
                writeBand(i, product.getBandAt(i));
            }
            xml.close();
        }
        xml.open("Dataset_Sources").open("MDElem", "name", "metadata", "desc", product.getMetadataRoot().getDescription());
        DimapMetadata.write(product.getMetadataRoot(), xml);
        xml.close().close();
        return xml.close().bytes();
    }

    private void writeIdentification() {
        xml.open("Metadata_Id").line("METADATA_FORMAT", "DIMAP", "version", VERSION).line("METADATA_PROFILE", "BEAM-DATAMODEL-V1").close();
        xml.open("Dataset_Id").line("DATASET_SERIES", "BEAM-PRODUCT").line("DATASET_NAME", product.getName()).close();
        BandGroup grouping = product.getAutoGrouping();
        xml.open("Dataset_Use").lineIf("DATASET_COMMENTS", product.getDescription())
                .lineIf("DATASET_AUTO_GROUPING", grouping == null ? null : grouping.toString()).close();
    }

    private void writeProduction() {
        xml.open("Production").line("DATASET_PRODUCER_NAME", null).line("PRODUCT_TYPE", product.getProductType())
                .lineIf("PRODUCT_SCENE_RASTER_START_TIME", format(product.getStartTime()))
                .lineIf("PRODUCT_SCENE_RASTER_STOP_TIME", format(product.getEndTime()))
                .lineIf("QUICKLOOK_BAND_NAME", product.getQuicklookBandName()).close();
    }

    private static String format(ProductData.UTC time) {
        return time == null ? null : time.format();
    }

    private void writeDataAccess() {
        if (product.getNumBands() == 0 && product.getNumTiePointGrids() == 0) {
            return;
        }
        xml.open("Data_Access").line("DATA_FILE_FORMAT", "ENVI").line("DATA_FILE_FORMAT_DESC", "ENVI File Format")
                .line("DATA_FILE_ORGANISATION", "BAND_SEPARATE");
        for (int i = 0; i < product.getNumBands(); i++) {
            Band band = product.getBandAt(i);
            if (!(band instanceof VirtualBand)) {
                xml.open("Data_File").line("DATA_FILE_PATH", null, "href", dataFolder + "/" + band.getName() + ".hdr")
                        .line("BAND_INDEX", i).close();
            }
        }
        for (int i = 0; i < product.getNumTiePointGrids(); i++) {
            String name = product.getTiePointGridAt(i).getName();
            xml.open("Tie_Point_Grid_File")
                    .line("TIE_POINT_GRID_FILE_PATH", null, "href", dataFolder + "/" + DimapProductWriter.GRID_FOLDER + "/" + name + ".hdr")
                    .line("TIE_POINT_GRID_INDEX", i).close();
        }
        xml.close();
    }

    private void writeTiePointGrids() {
        if (product.getNumTiePointGrids() == 0) {
            return;
        }
        xml.open("Tie_Point_Grids").line("NUM_TIE_POINT_GRIDS", product.getNumTiePointGrids());
        for (int i = 0; i < product.getNumTiePointGrids(); i++) {
            TiePointGrid grid = product.getTiePointGridAt(i);
            int discontinuity = grid.getDiscontinuity();
            xml.open("Tie_Point_Grid_Info").line("TIE_POINT_GRID_INDEX", i).line("TIE_POINT_DESCRIPTION", grid.getDescription())
                    .line("PHYSICAL_UNIT", grid.getUnit()).line("TIE_POINT_GRID_NAME", grid.getName()).line("DATA_TYPE", "float32")
                    .line("NCOLS", grid.getGridWidth()).line("NROWS", grid.getGridHeight())
                    .line("OFFSET_X", grid.getOffsetX()).line("OFFSET_Y", grid.getOffsetY())
                    .line("STEP_X", grid.getSubSamplingX()).line("STEP_Y", grid.getSubSamplingY())
                    .line("CYCLIC", discontinuity != TiePointGrid.DISCONT_NONE, "discontinuity", String.valueOf(discontinuity)).close();
        }
        xml.close();
    }

    private void writeBand(int index, Band band) {
        xml.open("Spectral_Band_Info").line("BAND_INDEX", index).line("BAND_DESCRIPTION", band.getDescription())
                .line("BAND_NAME", band.getName()).line("BAND_RASTER_WIDTH", band.getRasterWidth())
                .line("BAND_RASTER_HEIGHT", band.getRasterHeight()).line("DATA_TYPE", ProductData.getTypeString(band.getDataType()))
                .lineIf("PHYSICAL_UNIT", band.getUnit()).line("SOLAR_FLUX", band.getSolarFlux());
        if (band.getSpectralBandIndex() > -1) {
            xml.line("SPECTRAL_BAND_INDEX", band.getSpectralBandIndex());
        }
        xml.line("BAND_WAVELEN", band.getSpectralWavelength()).line("BANDWIDTH", band.getSpectralBandwidth());
        if (band.getFlagCoding() != null) {
            xml.line("FLAG_CODING_NAME", band.getFlagCoding().getName());
        }
        if (band.getIndexCoding() != null) {
            xml.line("INDEX_CODING_NAME", band.getIndexCoding().getName());
        }
        xml.line("SCALING_FACTOR", band.getScalingFactor()).line("SCALING_OFFSET", band.getScalingOffset())
                .line("LOG10_SCALED", band.isLog10Scaled()).line("NO_DATA_VALUE_USED", band.isNoDataValueUsed())
                .line("NO_DATA_VALUE", band.getNoDataValue());
        if (band instanceof VirtualBand virtual) {
            xml.line("VIRTUAL_BAND", true).line("EXPRESSION", virtual.getExpression());
        }
        xml.lineIf("VALID_MASK_TERM", band.getValidPixelExpression()).close();
    }
}

package org.insardask.embedded.dimap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.esa.snap.core.dataio.DecodeQualification;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.datamodel.VirtualBand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers and raw files as other programs and older versions write them. */
class DimapVariantsTest {
    private static final String HDR = "ENVI\nsamples = 3\nlines = 2\nbands = 1\ndata type = 4\n";

    @TempDir
    Path folder;

    private final Logger logger = Logger.getLogger("org.insardask.embedded.dimap");
    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(MessageFormat.format(record.getMessage(), record.getParameters()));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private Product read(String header, Charset charset, ByteOrder order, int offset, String hdr) throws IOException {
        Path data = Files.createDirectories(folder.resolve("p.data"));
        ByteBuffer raw = ByteBuffer.allocate(offset + 24).order(order).position(offset);
        for (int i = 0; i < 6; i++) {
            raw.putFloat(i + 0.5f);
        }
        Files.write(data.resolve("b.img"), raw.array());
        Files.deleteIfExists(data.resolve("b.hdr"));
        if (hdr != null) {
            Files.writeString(data.resolve("b.hdr"), hdr);
        }
        Files.writeString(folder.resolve("p.dim"), header, charset);
        Product product = ProductIO.readProduct(folder.resolve("p.dim").toFile());
        assertNotNull(product);
        return product;
    }

    private static String header(String more) {
        return "<Dimap_Document><Raster_Dimensions><NCOLS>3</NCOLS><NROWS>2</NROWS></Raster_Dimensions><Data_Access><Data_File>"
                + "<DATA_FILE_PATH href=\"p.data/b.hdr\"/><BAND_INDEX>0</BAND_INDEX></Data_File></Data_Access><Image_Interpretation>"
                + "<Spectral_Band_Info><BAND_INDEX>0</BAND_INDEX><BAND_NAME>b</BAND_NAME><DATA_TYPE>float32</DATA_TYPE>"
                + "</Spectral_Band_Info>" + more + "</Dimap_Document>";
    }

    private static void assertSamples(Product product) throws IOException {
        Band band = product.getBand("b");
        ProductData data = band.createCompatibleRasterData(3, 2);
        product.getProductReader().readBandRasterData(band, 0, 0, 3, 2, data, ProgressMonitor.NULL);
        assertArrayEquals(new float[] {0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f}, (float[]) data.getElems());
        ProductData window = band.createCompatibleRasterData(2, 2);
        product.getProductReader().readBandRasterData(band, 1, 0, 2, 2, window, ProgressMonitor.NULL);
        assertArrayEquals(new float[] {1.5f, 2.5f, 4.5f, 5.5f}, (float[]) window.getElems());
        product.dispose();
    }

    @Test
    void aMinimalHeaderIsRead() throws IOException {
        Product product = read(header("</Image_Interpretation>"), StandardCharsets.UTF_8, ByteOrder.BIG_ENDIAN, 0, null);
        assertEquals("p", product.getName());
        assertNull(product.getStartTime());
        assertNull(product.getSceneGeoCoding());
        assertEquals(List.of(), logged);
        assertSamples(product);
    }

    @Test
    void littleEndianSamples() throws IOException {
        String hdr = HDR + "byte order = 0\n";
        assertSamples(read(header("</Image_Interpretation>"), StandardCharsets.UTF_8, ByteOrder.LITTLE_ENDIAN, 0, hdr));
    }

    @Test
    void samplesAfterAHeader() throws IOException {
        String hdr = HDR + "byte order = 1\nheader offset = 13\ndescription = {a = b,\nlines = 7}\n";
        assertSamples(read(header("</Image_Interpretation>"), StandardCharsets.UTF_8, ByteOrder.BIG_ENDIAN, 13, hdr));
    }

    @Test
    void theDeclaredEncodingHolds() throws IOException {
        String use = "</Image_Interpretation><Dataset_Use><DATASET_COMMENTS>M\u00fcnchen</DATASET_COMMENTS></Dataset_Use>";
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
            String declared = "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\n" + header(use);
            Product product = read(declared, charset, ByteOrder.BIG_ENDIAN, 0, null);
            assertEquals("M\u00fcnchen", product.getDescription());
            assertSamples(product);
        }
    }

    @Test
    void whatIsNotKnownIsPassedOver() throws IOException {
        String more = "<Spectral_Band_Info><BAND_INDEX>1</BAND_INDEX><BAND_NAME>f</BAND_NAME><DATA_TYPE>float32</DATA_TYPE>"
                + "<Filter_Band_Info/></Spectral_Band_Info>"
                + "<Spectral_Band_Info><BAND_INDEX>2</BAND_INDEX><BAND_NAME>v</BAND_NAME><DATA_TYPE>float32</DATA_TYPE>"
                + "<VIRTUAL_BAND>true</VIRTUAL_BAND><EXPRESSION>b &lt; 2</EXPRESSION><INVALID_VALUE>-1</INVALID_VALUE>"
                + "<USE_INVALID_VALUE>true</USE_INVALID_VALUE></Spectral_Band_Info></Image_Interpretation>"
                + "<Masks><Mask type=\"Maths\"><NAME value=\"m\"/></Mask></Masks><Image_Display><Band_Statistics/></Image_Display>"
                + "<Whatever><X/></Whatever>";
        Product product = read(header(more), StandardCharsets.UTF_8, ByteOrder.BIG_ENDIAN, 0, null);
        assertArrayEquals(new String[] {"b", "v"}, product.getBandNames());
        VirtualBand band = (VirtualBand) product.getBand("v");
        assertEquals("b < 2", band.getExpression());
        assertEquals(-1, band.getNoDataValue());
        assertTrue(band.isNoDataValueUsed(), "no-data used");
        assertEquals(1, logged.size(), logged.toString());
        assertTrue(logged.get(0).endsWith("p.dim: band 'f' is left out, filter bands are not supported"), logged.get(0));
        assertSamples(product);
    }

    @Test
    void anotherGeocodingIsLoggedAndLeftOut() throws IOException {
        String more = "</Image_Interpretation><Coordinate_Reference_System><WKT>PROJCS[]</WKT></Coordinate_Reference_System>"
                + "<Geoposition><IMAGE_TO_MODEL_TRANSFORM>1,0,0,1,0,0</IMAGE_TO_MODEL_TRANSFORM></Geoposition>";
        Product product = read(header(more), StandardCharsets.UTF_8, ByteOrder.BIG_ENDIAN, 0, null);
        assertNull(product.getSceneGeoCoding());
        assertEquals(List.of(folder.resolve("p.dim") + ": read without geocoding, only tie-point geocoding is supported"), logged);
        assertSamples(product);
    }

    @Test
    void oldCyclicGridsAreLookedAt() throws IOException {
        String grid = "<NCOLS>3</NCOLS><NROWS>2</NROWS><OFFSET_X>0</OFFSET_X><OFFSET_Y>0</OFFSET_Y><STEP_X>1</STEP_X><STEP_Y>1</STEP_Y>";
        String more = "</Image_Interpretation><Tie_Point_Grids><Tie_Point_Grid_Info><TIE_POINT_GRID_INDEX>0</TIE_POINT_GRID_INDEX>"
                + "<TIE_POINT_GRID_NAME>g</TIE_POINT_GRID_NAME><DATA_TYPE>float32</DATA_TYPE>" + grid + "<CYCLIC>true</CYCLIC>"
                + "</Tie_Point_Grid_Info></Tie_Point_Grids>";
        String files = "<Tie_Point_Grid_File><TIE_POINT_GRID_FILE_PATH href=\"p.data/b.hdr\"/><TIE_POINT_GRID_INDEX>0"
                + "</TIE_POINT_GRID_INDEX></Tie_Point_Grid_File></Data_Access>";
        Product product = read(header(more).replace("</Data_Access>", files), StandardCharsets.UTF_8, ByteOrder.BIG_ENDIAN, 0, null);
        assertEquals(TiePointGrid.DISCONT_AT_180, product.getTiePointGrid("g").getDiscontinuity());
        assertSamples(product);
    }

    @Test
    void metadataThatCannotBeUnderstoodIsLogged() throws IOException {
        String more = "</Image_Interpretation><Dataset_Sources><MDElem name=\"metadata\"><MDATTR name=\"t\" type=\"utc\">soon</MDATTR>"
                + "<MDATTR name=\"x\" type=\"quad\">1</MDATTR><MDATTR name=\"e\" type=\"ascii\"></MDATTR>"
                + "<MDATTR name=\"u\" type=\"uint8\">-1</MDATTR><MDATTR name=\"s\" type=\"utc\">1,2,3</MDATTR>"
                + "</MDElem></Dataset_Sources>";
        Product product = read(header(more), StandardCharsets.UTF_8, ByteOrder.BIG_ENDIAN, 0, null);
        assertArrayEquals(new String[] {"u", "s"}, product.getMetadataRoot().getAttributeNames());
        assertEquals("02-JAN-2000 00:00:02.000003", product.getMetadataRoot().getAttributeUTC("s").format());
        assertEquals(255, product.getMetadataRoot().getAttributeInt("u"));
        assertEquals(List.of(folder.resolve("p.dim") + ": metadata attribute 't' is left out, 'soon' is not a time",
                folder.resolve("p.dim") + ": metadata attribute 'x' is left out, its type 'quad' is unknown"), logged);
        product.dispose();
    }

    @Test
    void onlyDimFilesAreDecodable() throws IOException {
        DimapProductReaderPlugIn plugIn = new DimapProductReaderPlugIn();
        Path file = folder.resolve("p.dim");
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(file.toFile()));
        Files.writeString(file, "anything");
        assertEquals(DecodeQualification.SUITABLE, plugIn.getDecodeQualification(file.toString()));
        Files.writeString(file, header("</Image_Interpretation>"));
        assertEquals(DecodeQualification.INTENDED, plugIn.getDecodeQualification(file));
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(folder.toFile()));
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(null));
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(17));
    }
}

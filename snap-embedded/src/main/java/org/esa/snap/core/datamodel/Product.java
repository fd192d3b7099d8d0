package org.esa.snap.core.datamodel;

import eu.esa.snap.core.datamodel.group.BandGroup;
import java.awt.Dimension;
import java.awt.geom.AffineTransform;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductSubsetDef;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.util.SystemUtils;
import org.opengis.referencing.crs.CoordinateReferenceSystem;

/**
 * A data product: bands, tie-point grids, metadata, codings, a geo-coding and times. Names of bands and grids are unique,
 * case ignored. A product is built by one thread; reading samples from many threads is safe.
 */
public class Product extends ProductNode implements Closeable {

    public static final String METADATA_ROOT_NAME = "metadata";
    public static final String HISTORY_ROOT_NAME = "history";
    public static final String PROPERTY_NAME_SCENE_CRS = "sceneCRS";
    public static final String PROPERTY_NAME_SCENE_GEO_CODING = "sceneGeoCoding";
    public static final String PROPERTY_NAME_SCENE_TIME_CODING = "sceneTimeCoding";
    public static final String PROPERTY_NAME_PRODUCT_TYPE = "productType";
    public static final String PROPERTY_NAME_FILE_LOCATION = "fileLocation";

    private final MetadataElement metadataRoot = new MetadataElement(METADATA_ROOT_NAME);
    private final ProductNodeGroup<Band> bands = new ProductNodeGroup<>(this, "bands", true);
    private final ProductNodeGroup<TiePointGrid> tiePointGrids = new ProductNodeGroup<>(this, "tie_point_grids", true);
    private final ProductNodeGroup<IndexCoding> indexCodings = new ProductNodeGroup<>(this, "index_codings", true);
    private final ProductNodeGroup<FlagCoding> flagCodings = new ProductNodeGroup<>(this, "flag_codings", true);
    private final ProductNodeGroup<VectorDataNode> vectorData = new ProductNodeGroup<>(this, "vector_data", true);
    private final PlacemarkGroup pins = new PlacemarkGroup(this, "pins");
    private final List<ProductNodeListener> listeners = new CopyOnWriteArrayList<>();

    private volatile ProductReader reader;
    private ProductWriter writer;
    private Dimension sceneRasterSize;
    private volatile GeoCoding sceneGeoCoding;
    private String productType;
    private File fileLocation;
    private ProductData.UTC startTime;
    private ProductData.UTC endTime;
    private Dimension preferredTileSize;
    private BandGroup autoGrouping;
    private String quicklookBandName;
    private int refNo;

    public Product(String name, String type, int sceneRasterWidth, int sceneRasterHeight) {
        this(name, type, sceneRasterWidth, sceneRasterHeight, null);
    }

    public Product(String name, String type, int sceneRasterWidth, int sceneRasterHeight, ProductReader reader) {
        this(name, type, new Dimension(sceneRasterWidth, sceneRasterHeight), reader);
    }

    /** A product of the size of its largest band. */
    public Product(String name, String type) {
        this(name, type, null, null);
    }

    /** A product of the size of its largest band. */
    public Product(String name, String type, ProductReader reader) {
        this(name, type, null, reader);
    }

    private Product(String name, String type, Dimension sceneRasterSize, ProductReader reader) {
        super(name);
        this.productType = requireText(type, "type");
        this.sceneRasterSize = sceneRasterSize;
        this.reader = reader;
        metadataRoot.setOwner(this);
    }

    /** Always fails: nothing owns a product. */
    @Override
    public void setOwner(ProductNode owner) {
        throw new IllegalStateException("a product can not have an owner");
    }

    /** Renames the product; a band may have the same name. */
    @Override
    public void setName(String name) {
        rename(name, false);
    }

    public File getFileLocation() {
        return fileLocation;
    }

    public void setFileLocation(File fileLocation) {
        this.fileLocation = fileLocation;
    }

    public String getProductType() {
        return productType;
    }

    public void setProductType(String productType) {
        if (!requireText(productType, "productType").equals(this.productType)) {
            this.productType = productType;
            setModified(true);
        }
    }

    @Override
    public ProductReader getProductReader() {
        return reader;
    }

    public void setProductReader(ProductReader reader) {
        this.reader = requireNonNull(reader, "ProductReader");
    }

    @Override
    public ProductWriter getProductWriter() {
        return writer;
    }

    public void setProductWriter(ProductWriter writer) {
        this.writer = writer;
    }

    public void closeProductReader() throws IOException {
        ProductReader current = reader;
        if (current != null) {
            reader = null;
            current.close();
        }
    }

    public void closeProductWriter() throws IOException {
        ProductWriter current = writer;
        if (current != null) {
            writer = null;
            current.flush();
            current.close();
        }
    }

    /** Closes reader and writer. */
    public void closeIO() throws IOException {
        try {
            closeProductReader();
        } finally {
            closeProductWriter();
        }
    }

    /** Closes reader and writer, logging where that fails, and lets go of all nodes. */
    @Override
    public void dispose() {
        try {
            closeIO();
        } catch (IOException e) {
            SystemUtils.LOG.log(Level.WARNING, "product '" + getName() + "' could not be closed", e);
        }
        metadataRoot.dispose();
        bands.dispose();
        tiePointGrids.dispose();
        flagCodings.dispose();
        indexCodings.dispose();
        pins.dispose();
        listeners.clear();
        GeoCoding geoCoding = sceneGeoCoding;
        if (geoCoding != null) {
            geoCoding.dispose();
            sceneGeoCoding = null;
        }
        fileLocation = null;
    }

    @Override
    public void close() throws IOException {
        dispose();
    }

    /** The geo-coding of the scene, asked from the reader where none is set, or null. */
    public GeoCoding getSceneGeoCoding() {
        GeoCoding current = sceneGeoCoding;
        return current != null || reader == null ? current : readSceneGeoCoding();
    }

    private synchronized GeoCoding readSceneGeoCoding() {
        ProductReader current = reader;
        if (sceneGeoCoding == null && current != null) {
            try {
                sceneGeoCoding = current.readGeoCoding(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sceneGeoCoding;
    }

    public void setSceneGeoCoding(GeoCoding sceneGeoCoding) {
        if (!Objects.equals(this.sceneGeoCoding, sceneGeoCoding)) {
            this.sceneGeoCoding = sceneGeoCoding;
            setModified(true);
        }
    }

    /** Whether every band and grid has the geo-coding of the scene. */
    public boolean isUsingSingleGeoCoding() {
        GeoCoding scene = getSceneGeoCoding();
        return scene != null && getRasterDataNodes().stream().allMatch(raster -> raster.getGeoCoding() == scene);
    }

    /** Gives another product this one's geo-coding, with the tie-point grids it needs; false where that cannot be done. */
    public boolean transferGeoCodingTo(Product destProduct, ProductSubsetDef subsetDef) {
        GeoCoding geoCoding = getSceneGeoCoding();
        if (geoCoding instanceof AbstractGeoCoding transferable) {
            return transferable.transferTo(destProduct, subsetDef);
        }
        if (geoCoding == null || subsetDef != null) {
            return false;
        }
        destProduct.setSceneGeoCoding(geoCoding.canClone() ? geoCoding.clone() : geoCoding);
        return true;
    }

    public final int getSceneRasterWidth() {
        return getSceneRasterSize().width;
    }

    public final int getSceneRasterHeight() {
        return getSceneRasterSize().height;
    }

    /** @throws IllegalStateException where no size was given and there is no band */
    public final Dimension getSceneRasterSize() {
        if (sceneRasterSize == null) {
            sceneRasterSize = sizeOfLargestBand();
        }
        return sceneRasterSize;
    }

    private Dimension sizeOfLargestBand() {
        Band largest = null;
        for (Band band : getBands()) {
            if (largest == null || band.getNumDataElems() > largest.getNumDataElems()) {
                largest = band;
            }
        }
        if (largest == null) {
            throw new IllegalStateException("scene raster size not set and no reference band found to derive it from");
        }
        return largest.getRasterSize();
    }

    /** Whether bands differ in size. */
    public boolean isMultiSize() {
        return getRasterDataNodes().stream().map(RasterDataNode::getRasterSize).distinct().count() > 1;
    }

    public ProductData.UTC getStartTime() {
        return startTime;
    }

    /** Sets when the first line was taken (UTC), or null. */
    public void setStartTime(ProductData.UTC startTime) {
        if (!Objects.equals(this.startTime, startTime)) {
            this.startTime = startTime;
            setModified(true);
        }
    }

    public ProductData.UTC getEndTime() {
        return endTime;
    }

    /** Sets when the last line was taken (UTC), or null. */
    public void setEndTime(ProductData.UTC endTime) {
        if (!Objects.equals(this.endTime, endTime)) {
            this.endTime = endTime;
            setModified(true);
        }
    }

    public MetadataElement getMetadataRoot() {
        return metadataRoot;
    }

    /** The transformation from pixels to the plane in which vector data lies: none, as the geocodings here are not those of maps. */
    public static AffineTransform findImageToModelTransform(GeoCoding geoCoding) {
        return new AffineTransform();
    }

    /** The reference system of the plane in which vector data lies: pixels, as the geocodings here are not those of maps. */
    public CoordinateReferenceSystem getSceneCRS() {
        return ScenePlane.crs();
    }

    /** The vector data of this product; only what is added, none is read from files. */
    public ProductNodeGroup<VectorDataNode> getVectorDataGroup() {
        return vectorData;
    }

    public ProductNodeGroup<TiePointGrid> getTiePointGridGroup() {
        return tiePointGrids;
    }

    /** @throws IllegalArgumentException where the name is taken by a band or grid */
    public void addTiePointGrid(TiePointGrid tiePointGrid) {
        checkNameIsFree(requireNonNull(tiePointGrid, "tiePointGrid"), "a tie-point grid");
        tiePointGrids.add(tiePointGrid);
    }

    public boolean removeTiePointGrid(TiePointGrid tiePointGrid) {
        return tiePointGrids.remove(tiePointGrid);
    }

    public int getNumTiePointGrids() {
        return tiePointGrids.getNodeCount();
    }

    public TiePointGrid getTiePointGridAt(int index) {
        return tiePointGrids.get(index);
    }

    public String[] getTiePointGridNames() {
        return tiePointGrids.getNodeNames();
    }

    public TiePointGrid[] getTiePointGrids() {
        return tiePointGrids.toArray(new TiePointGrid[0]);
    }

    /** The grid of this name, case ignored, or null. */
    public TiePointGrid getTiePointGrid(String name) {
        return tiePointGrids.get(requireText(name, "name"));
    }

    public boolean containsTiePointGrid(String name) {
        return tiePointGrids.contains(requireText(name, "name"));
    }

    public ProductNodeGroup<Band> getBandGroup() {
        return bands;
    }

    /** @throws IllegalArgumentException where the name is taken by a band or grid */
    public void addBand(Band band) {
        checkNameIsFree(requireNonNull(band, "band"), "a band");
        bands.add(band);
    }

    /** Adds a band of the scene's size. */
    public Band addBand(String bandName, int dataType) {
        Band band = new Band(bandName, dataType, getSceneRasterWidth(), getSceneRasterHeight());
        addBand(band);
        return band;
    }

    /** Adds a virtual band of float32. */
    public Band addBand(String bandName, String expression) {
        return addBand(bandName, expression, ProductData.TYPE_FLOAT32);
    }

    /** Adds a virtual band. */
    public Band addBand(String bandName, String expression, int dataType) {
        Band band = new VirtualBand(bandName, dataType, getSceneRasterWidth(), getSceneRasterHeight(), expression);
        addBand(band);
        return band;
    }

    public boolean removeBand(Band band) {
        return bands.remove(band);
    }

    public int getNumBands() {
        return bands.getNodeCount();
    }

    public Band getBandAt(int index) {
        return bands.get(index);
    }

    /** The names of the bands, in the order in which they were added. */
    public String[] getBandNames() {
        return bands.getNodeNames();
    }

    public Band[] getBands() {
        return bands.toArray(new Band[0]);
    }

    /** The band of this name, case ignored, or null. */
    public Band getBand(String name) {
        return bands.get(requireText(name, "name"));
    }

    public int getBandIndex(String name) {
        return bands.indexOf(requireText(name, "name"));
    }

    public boolean containsBand(String name) {
        return bands.contains(requireText(name, "name"));
    }

    public boolean containsRasterDataNode(String name) {
        return containsBand(name) || containsTiePointGrid(name);
    }

    /** The band, else the grid, of this name, or null. */
    public RasterDataNode getRasterDataNode(String name) {
        Band band = getBand(name);
        return band != null ? band : getTiePointGrid(name);
    }

    /** The bands, then the grids. */
    public synchronized List<RasterDataNode> getRasterDataNodes() {
        List<RasterDataNode> rasters = new ArrayList<>(List.of(getBands()));
        rasters.addAll(List.of(getTiePointGrids()));
        return rasters;
    }

    public String getQuicklookBandName() {
        return quicklookBandName;
    }

    public void setQuicklookBandName(String quicklookBandName) {
        this.quicklookBandName = quicklookBandName;
    }

    public ProductNodeGroup<FlagCoding> getFlagCodingGroup() {
        return flagCodings;
    }

    public ProductNodeGroup<IndexCoding> getIndexCodingGroup() {
        return indexCodings;
    }

    /** The listener is told of pins that are added, removed and changed, and of no other nodes. */
    public boolean addProductNodeListener(ProductNodeListener listener) {
        return !listeners.contains(listener) && listeners.add(listener);
    }

    public void removeProductNodeListener(ProductNodeListener listener) {
        listeners.remove(listener);
    }

    /** Tells the listeners. */
    void tell(Consumer<ProductNodeListener> what) {
        listeners.forEach(what);
    }

    /** The pins of this product; only those that are added, none are read from files. */
    public synchronized PlacemarkGroup getPinGroup() {
        return pins;
    }

    public boolean containsPixel(double x, double y) {
        return x >= 0.0 && x <= getSceneRasterWidth() && y >= 0.0 && y <= getSceneRasterHeight();
    }

    public boolean containsPixel(PixelPos pixelPos) {
        return containsPixel(pixelPos.x, pixelPos.y);
    }

    public int getRefNo() {
        return refNo;
    }

    /**
     * Sets the reference number, once.
     *
     * @throws IllegalArgumentException where it is less than 1
     * @throws IllegalStateException where there is another one
     */
    public void setRefNo(int refNo) {
        if (refNo < 1) {
            throw new IllegalArgumentException("[refNo] is " + refNo + ", 1 or more expected");
        }
        if (this.refNo != 0 && this.refNo != refNo) {
            throw new IllegalStateException("the product has the reference number " + this.refNo);
        }
        this.refNo = refNo;
    }

    public void resetRefNo() {
        refNo = 0;
    }

    @Override
    public void setModified(boolean modified) {
        if (isModified() && !modified) {
            bands.setModified(false);
            tiePointGrids.setModified(false);
            flagCodings.setModified(false);
            indexCodings.setModified(false);
            metadataRoot.setModified(false);
        }
        super.setModified(modified);
    }

    /** The size of tiles (pixels) that suits the samples best, or null where nobody said. */
    public Dimension getPreferredTileSize() {
        return preferredTileSize;
    }

    public void setPreferredTileSize(Dimension preferredTileSize) {
        this.preferredTileSize = preferredTileSize;
    }

    public void setPreferredTileSize(int tileWidth, int tileHeight) {
        setPreferredTileSize(new Dimension(tileWidth, tileHeight));
    }

    /** How bands are grouped on display, or null; its text form is the pattern. */
    public BandGroup getAutoGrouping() {
        return autoGrouping;
    }

    /** Sets how bands are grouped: paths with colons between them, their parts with slashes. */
    public void setAutoGrouping(String pattern) {
        autoGrouping = GroupingPattern.parse(requireNonNull(pattern, "text"));
    }

    public void setAutoGrouping(BandGroup autoGrouping) {
        this.autoGrouping = autoGrouping;
    }

    private void checkNameIsFree(RasterDataNode raster, String what) {
        if (containsRasterDataNode(raster.getName())) {
            throw new IllegalArgumentException("The Product '" + getName() + "' already contains " + what + " with the name '"
                    + raster.getName() + "'.");
        }
    }
}

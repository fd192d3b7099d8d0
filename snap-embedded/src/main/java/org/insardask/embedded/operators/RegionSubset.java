package org.insardask.embedded.operators;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import org.esa.snap.core.dataio.ProductSubsetDef;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.util.ProductUtils;

/** The part of a product in a rectangle of pixels, of which every so manyth column and row is taken. Immutable. */
public final class RegionSubset {

    private final Product source;
    private final Rectangle region;
    private final int stepX;
    private final int stepY;
    private final ProductSubsetDef definition = new ProductSubsetDef();

    /**
     * Of a product.
     *
     * @param region the pixels; null for all. What lies to the right of the scene or below it is cut off
     * @throws OperatorException where the region has no pixel in the scene, or starts outside of it
     */
    public RegionSubset(Product source, Rectangle region, int stepX, int stepY) {
        this.source = source;
        this.stepX = stepX;
        this.stepY = stepY;
        Rectangle scene = new Rectangle(source.getSceneRasterSize());
        Rectangle wanted = region == null ? scene : region;
        this.region = wanted.intersection(scene);
        if (this.region.isEmpty() || wanted.x < 0 || wanted.y < 0) {
            throw new OperatorException(String.format("The region %d,%d,%d,%d is not inside product '%s', which has %d x %d pixels.",
                    wanted.x, wanted.y, wanted.width, wanted.height, source.getName(), scene.width, scene.height));
        }
        definition.setRegion(this.region);
        definition.setSubSampling(stepX, stepY);
    }

    /** The product without samples of bands. */
    public Product createProduct(String[] bandNames, String[] gridNames, boolean copyMetadata) {
        Product target = new Product("Subset_" + source.getName(), source.getProductType(),
                (region.width - 1) / stepX + 1, (region.height - 1) / stepY + 1);
        if (copyMetadata) {
            ProductUtils.copyMetadata(source, target);
        }
        ProductUtils.copyFlagCodings(source, target);
        ProductUtils.copyIndexCodings(source, target);
        ProductUtils.copyTimeInformation(source, target);
        target.setDescription(source.getDescription());
        target.setAutoGrouping(source.getAutoGrouping());
        addBands(target, bandNames);
        addGrids(target, gridNames);
        source.transferGeoCodingTo(target, definition);
        ProductUtils.copyQuicklookBandName(source, target);
        if (copyMetadata) {
            new SubsetMetadata(source, target, region).update();
        }
        return target;
    }

    private void addBands(Product target, String[] names) {
        for (Band band : wantedBands(names)) {
            if (!band.getRasterSize().equals(source.getSceneRasterSize())) {
                throw new OperatorException(String.format("Band '%s' has %d x %d pixels, expected %d x %d as the scene of product '%s'.",
                        band.getName(), band.getRasterWidth(), band.getRasterHeight(), source.getSceneRasterWidth(),
                        source.getSceneRasterHeight(), source.getName()));
            }
            if (band instanceof VirtualBand virtual) {
                ProductUtils.copyVirtualBand(target, virtual, band.getName(), true);
            } else {
                ProductUtils.copyRasterDataNodeProperties(band, target.addBand(band.getName(), band.getDataType()));
            }
        }
    }

    private List<Band> wantedBands(String[] names) {
        return names == null || names.length == 0 ? Arrays.asList(source.getBands()) : new BandChoice(source).byName(names);
    }

    private void addGrids(Product target, String[] names) {
        for (TiePointGrid grid : source.getTiePointGrids()) {
            if (names == null || Arrays.asList(names).contains(grid.getName())) {
                target.addTiePointGrid(TiePointGrid.createSubset(grid, definition));
            }
        }
    }

    /** The pixels of the source that a rectangle of the target needs. */
    public Rectangle toSource(Rectangle target) {
        return new Rectangle(region.x + target.x * stepX, region.y + target.y * stepY,
                (target.width - 1) * stepX + 1, (target.height - 1) * stepY + 1);
    }

    /** Fills a target tile from the tile of {@link #toSource}. */
    public void pick(Tile from, Tile to) {
        if (stepX == 1 && stepY == 1) {
            to.setRawSamples(from.getRawSamples());
            return;
        }
        ProductData samples = to.getRawSamples();
        ProductData all = from.getDataBuffer();
        int width = to.getWidth();
        for (int i = 0; i < width * to.getHeight(); i++) {
            int index = from.getScanlineOffset() + i / width * stepY * from.getScanlineStride() + i % width * stepX;
            System.arraycopy(all.getElems(), index, samples.getElems(), i, 1);
        }
        to.setRawSamples(samples);
    }
}

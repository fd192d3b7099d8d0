package org.insardask.ui.series;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The pixels that are shown of a product: the cursor, a clicked pixel, pins. Samples are read on a worker thread, the latest wish for each
 * pixel only. For the thread on which the executor runs the reports, such as the event dispatch thread.
 */
final class TrackSet {

    /** Key and name of the pixel under the cursor. */
    static final String CURSOR = "cursor";
    /** Key and name of the pixel that was clicked. */
    static final String CLICK = "click";

    private static final Color CURSOR_COLOUR = new Color(0x222222);
    private static final Color CLICK_COLOUR = new Color(0xB8860B);
    /** Colours that people of any colour vision tell apart (Okabe and Ito, 2008). */
    private static final Color[] PIN_COLOURS = {new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7),
        new Color(0x56B4E9), new Color(0xE69F00), new Color(0x7F3C8D), new Color(0x8C564B)};

    private final LatestRequests<String> requests;
    private final Runnable changed;
    private final Consumer<String> problem;
    private final Map<String, Wish> wishes = new LinkedHashMap<>();
    private final Map<String, PixelSamples> samples = new LinkedHashMap<>();
    private final Map<String, Color> colours = new LinkedHashMap<>();
    private SeriesProduct product;
    private SeriesMaker maker;
    private String origin;
    private boolean removeHeight = true;

    /** A pixel that is to be shown. */
    private record Wish(String name, int x, int y) {
    }

    /**
     * Makes an empty set.
     *
     * @param delivery runs the reports of the worker thread
     * @param changed called when there is something else to show
     * @param problem gets a message where a pixel cannot be read
     */
    TrackSet(Executor delivery, Runnable changed, Consumer<String> problem) {
        this.requests = new LatestRequests<>("PS time series", delivery);
        this.changed = changed;
        this.problem = problem;
    }

    /** Shows another product, or none where it is null; the pixels of the one before are gone. */
    void setProduct(SeriesProduct newProduct) {
        requests.cancelAll();
        wishes.clear();
        samples.clear();
        colours.clear();
        origin = null;
        product = newProduct;
        maker = newProduct == null ? null : new SeriesMaker(newProduct);
        changed.run();
    }

    /** Returns the product; empty where there is none. */
    Optional<SeriesProduct> product() {
        return Optional.ofNullable(product);
    }

    /** Returns the model of the product; null where there is none. */
    SeriesModel model() {
        return maker == null ? null : maker.model();
    }

    /** Shows a pixel, or moves it; nothing where it stands there already, is outside, or there is no product. */
    void show(String key, String name, int x, int y) {
        Wish wish = new Wish(name, x, y);
        boolean inside = product != null && x >= 0 && y >= 0 && x < product.product().getSceneRasterWidth()
                && y < product.product().getSceneRasterHeight();
        if (!inside || wish.equals(wishes.get(key))) {
            return;
        }
        wishes.put(key, wish);
        colours.computeIfAbsent(key, this::freeColour);
        SeriesProduct source = product;
        requests.submit(key, obsolete -> PixelReader.read(source, x, y, obsolete), read -> {
            samples.put(key, read);
            changed.run();
        }, e -> problem.accept("Pixel (" + x + ", " + y + ") of " + source.product().getName() + " cannot be read: " + e.getMessage()));
    }

    /** The first colour that no other pin has; they keep theirs while others come and go. */
    private Color freeColour(String key) {
        if (key.equals(CURSOR) || key.equals(CLICK)) {
            return key.equals(CURSOR) ? CURSOR_COLOUR : CLICK_COLOUR;
        }
        return Arrays.stream(PIN_COLOURS).filter(colour -> !colours.containsValue(colour)).findFirst()
                .orElse(PIN_COLOURS[colours.size() % PIN_COLOURS.length]);
    }

    /** Shows a pixel no longer. */
    void hide(String key) {
        requests.cancel(key);
        boolean shown = samples.remove(key) != null;
        wishes.remove(key);
        colours.remove(key);
        if (key.equals(origin)) {
            origin = null;
        }
        if (shown) {
            changed.run();
        }
    }

    /** Returns the keys of all pixels to show, also of those that are being read. */
    List<String> keys() {
        return List.copyOf(wishes.keySet());
    }

    /** Returns the name of a pixel. */
    String name(String key) {
        return wishes.get(key).name();
    }

    /** Shows all series relative to a pixel, or to the reference of the product where the key is null or not shown. */
    void setOrigin(String key) {
        origin = key;
        changed.run();
    }

    /** Returns the key of the pixel to which the series are relative; empty for the reference of the product. */
    Optional<String> origin() {
        return Optional.ofNullable(origin).filter(samples::containsKey);
    }

    /** Says in words what the series are relative to. */
    String originText() {
        return origin().map(key -> wishes.get(key).name() + " (" + samples.get(key).x() + ", " + samples.get(key).y() + ")")
                .orElse("the reference of the product");
    }

    /** Says whether the apparent displacement of the height is to be taken off. */
    void setRemoveHeight(boolean remove) {
        removeHeight = remove;
        changed.run();
    }

    /** Makes what is to be drawn: the cursor, the clicked pixel unless a pin is there, pins in their order. */
    List<SeriesTrack> tracks() {
        List<SeriesTrack> tracks = new ArrayList<>();
        List<String> pins = new ArrayList<>(wishes.keySet());
        pins.removeAll(List.of(CURSOR, CLICK));
        PixelSamples from = origin().map(samples::get).orElse(null);
        addTrack(tracks, CURSOR, from);
        if (pins.stream().noneMatch(pin -> isSamePixel(wishes.get(pin), wishes.get(CLICK)))) {
            addTrack(tracks, CLICK, from);
        }
        pins.forEach(pin -> addTrack(tracks, pin, from));
        return tracks;
    }

    private static boolean isSamePixel(Wish pin, Wish click) {
        return click != null && pin.x() == click.x() && pin.y() == click.y();
    }

    private void addTrack(List<SeriesTrack> tracks, String key, PixelSamples from) {
        PixelSamples pixel = samples.get(key);
        if (pixel != null && wishes.containsKey(key)) {
            SeriesCurves curves = maker.make(pixel, from, removeHeight);
            tracks.add(new SeriesTrack(wishes.get(key).name(), colours.get(key), pixel, curves, from != null));
        }
    }
}

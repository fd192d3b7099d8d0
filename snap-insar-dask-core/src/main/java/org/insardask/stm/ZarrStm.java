package org.insardask.stm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.stm.StmVariable.Form;
import org.insardask.zarr.ZarrArray;
import org.insardask.zarr.ZarrType;

/**
 * A space-time matrix in a Zarr folder as xarray writes it: arrays with dimensions space and time, named in their attribute
 * {@code _ARRAY_DIMENSIONS}. Opening reads the headers and the times; chunks are read when they are asked for, the last of which are kept
 * (128 MB at most).
 */
final class ZarrStm implements StmMatrix {

    static final String DIMENSIONS = "_ARRAY_DIMENSIONS";
    static final String SPACE = "space";
    static final String TIME = "time";
    private static final long CACHE_BYTES = 128L << 20;
    /** Coordinates of the image, which have 64 bits in Python and never need them. */
    private static final Set<String> INTEGERS = Set.of("line", "pixel", "azimuth", "range", "pnt_line", "pnt_pixel", "pnt_flags");

    private final Path folder;
    private final List<StmVariable> variables = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> attributes = new TreeMap<>();
    private final BlockCache<Place, ByteBuffer> chunks = new BlockCache<>(CACHE_BYTES);
    private List<LocalDate> dates = List.of();
    private int points = -1;
    private int epochs = -1;

    /** An array and which of its dimensions are points and epochs, -1 for none. */
    private record Series(ZarrArray array, int space, int time) {
    }

    private record Place(int variable, int space, int time) {
    }

    private ZarrStm(Path folder) throws IOException {
        this.folder = folder;
        readAttributes();
        for (Path array : arrays(folder)) {
            addArray(array);
        }
        if (points < 0) {
            throw new IOException(folder + ": no space-time matrix, expected arrays with the dimensions " + SPACE + " and " + TIME);
        }
        epochs = Math.max(0, epochs);
    }

    /**
     * Opens a folder.
     *
     * @throws IOException where it is no space-time matrix
     */
    static ZarrStm open(Path folder) throws IOException {
        return new ZarrStm(folder);
    }

    /** Whether a folder holds Zarr of format 3. */
    static boolean isNewer(Path folder) {
        return Files.exists(folder.resolve("zarr.json")) && !Files.exists(folder.resolve(".zgroup"));
    }

    /** Whether a folder is a group with an array that has the dimension of points. */
    static boolean isStm(Path folder) {
        try {
            for (Path array : arrays(folder)) {
                if (dimensions(array).contains(SPACE)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> arrays(Path folder) throws IOException {
        if (isNewer(folder)) {
            throw new IOException(folder + ": Zarr format 3 is not read; format 2 was expected, as to_zarr(..., zarr_format=2) writes");
        }
        if (!Files.exists(folder.resolve(".zgroup"))) {
            throw new IOException(folder + ": not a Zarr group of format 2, expected a file .zgroup in it");
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve(ZarrArray.HEADER))).sorted().toList();
        }
    }

    private static List<String> dimensions(Path array) throws IOException {
        return StreamSupport.stream(ZarrArray.attributes(array).path(DIMENSIONS).spliterator(), false).map(JsonNode::asText).toList();
    }

    private void readAttributes() throws IOException {
        ZarrArray.attributes(folder).fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode()) {
                attributes.put(field.getKey(), field.getValue().asText());
            }
        });
    }

    private void addArray(Path path) throws IOException {
        String name = path.getFileName().toString();
        List<String> dimensions = dimensions(path);
        if (name.equals(SPACE) || !(dimensions.contains(SPACE) || dimensions.equals(List.of(TIME)))) {
            return;
        }
        ZarrArray array;
        try {
            array = ZarrArray.open(path);
        } catch (IOException e) {
            notes.add("array '" + name + "' is left out: " + e.getMessage());
            return;
        }
        requireSizes(name, array, dimensions);
        if (name.equals(TIME)) {
            dates = ZarrTime.dates(array, ZarrArray.attributes(path));
        } else if (dimensions.contains(SPACE)) {
            addVariable(name, array, dimensions, ZarrArray.attributes(path).path("units").asText(""));
        } else {
            notes.add("array '" + name + "' has values for epochs alone and is left out");
        }
    }

    private void requireSizes(String name, ZarrArray array, List<String> dimensions) throws IOException {
        for (int d = 0; d < dimensions.size(); d++) {
            boolean space = dimensions.get(d).equals(SPACE);
            int known = space ? points : epochs;
            boolean named = space || dimensions.get(d).equals(TIME);
            if (dimensions.size() != array.rank() || !named || (known >= 0 && known != array.size(d))) {
                throw new IOException(folder + ": array '" + name + "' has dimensions " + dimensions + " that do not fit to its shape or "
                        + "to those of the others, expected " + SPACE + " and " + TIME);
            }
            if (space) {
                points = array.size(d);
            } else {
                epochs = array.size(d);
            }
        }
    }

    private void addVariable(String name, ZarrArray array, List<String> dimensions, String units) {
        Form form = array.type().isText() ? Form.TEXT : array.type().isComplex() ? Form.COMPLEX : Form.NUMBER;
        boolean ofEpochs = dimensions.contains(TIME);
        boolean isTime = array.type().kind() == 'M' || array.type().kind() == 'm';
        if (isTime || (form == Form.TEXT && ofEpochs)) {
            notes.add("array '" + name + "' holds " + (isTime ? "times" : "texts of epochs") + " and is left out");
            return;
        }
        variables.add(new StmVariable(variables.size(), name, ofEpochs, form, dataType(name, array.type()), units));
        series.add(new Series(array, dimensions.indexOf(SPACE), dimensions.indexOf(TIME)));
    }

    private static int dataType(String name, ZarrType type) {
        if (type.kind() == 'f' || type.kind() == 'c') {
            int bytes = type.kind() == 'c' ? type.size() / 2 : type.size();
            return bytes == 4 ? ProductData.TYPE_FLOAT32 : ProductData.TYPE_FLOAT64;
        }
        boolean unsigned = type.kind() == 'u' || type.kind() == 'b';
        return switch (type.size()) {
            case 1 -> unsigned ? ProductData.TYPE_UINT8 : ProductData.TYPE_INT8;
            case 2 -> unsigned ? ProductData.TYPE_UINT16 : ProductData.TYPE_INT16;
            case 4 -> unsigned ? ProductData.TYPE_UINT32 : ProductData.TYPE_INT32;
            default -> INTEGERS.contains(name) ? ProductData.TYPE_INT32 : ProductData.TYPE_FLOAT64;
        };
    }

    @Override
    public int points() {
        return points;
    }

    @Override
    public int epochs() {
        return epochs;
    }

    @Override
    public List<LocalDate> dates() {
        return dates;
    }

    @Override
    public List<StmVariable> variables() {
        return List.copyOf(variables);
    }

    @Override
    public Map<String, String> attributes() {
        return attributes;
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** What is done with an element of a chunk: its number from the first point asked for, the chunk, its index in it. */
    private interface Visitor {
        void visit(int k, ByteBuffer chunk, int index);
    }

    private void visit(StmVariable variable, int epoch, int first, int count, Visitor visitor) throws IOException {
        Series found = series.get(variable.index());
        ZarrArray array = found.array();
        int along = array.chunkSize(found.space());
        int times = found.time() < 0 ? 1 : array.chunkSize(found.time());
        int pointStep = found.time() > found.space() ? times : 1;
        int timeStep = found.time() < 0 || found.time() > found.space() ? 1 : along;
        for (int done = 0; done < count;) {
            int point = first + done;
            ByteBuffer chunk = chunk(variable, point / along, epoch / times);
            int length = Math.min(count - done, along - point % along);
            int index = point % along * pointStep + epoch % times * timeStep;
            for (int k = 0; k < length; k++, index += pointStep) {
                visitor.visit(done + k, chunk, index);
            }
            done += length;
        }
    }

    private ByteBuffer chunk(StmVariable variable, int space, int time) throws IOException {
        Series found = series.get(variable.index());
        return chunks.get(new Place(variable.index(), space, time), found.array().chunkBytes(), () -> found.time() < 0
                ? found.array().chunk(space) : found.space() < found.time() ? found.array().chunk(space, time)
                : found.array().chunk(time, space));
    }

    @Override
    public void read(StmVariable variable, int epoch, int part, int first, int count, double[] out) throws IOException {
        ZarrArray array = series.get(variable.index()).array();
        visit(variable, epoch, first, count, (k, chunk, index) -> out[k] = array.number(chunk, index, part));
    }

    @Override
    public String[] texts(StmVariable variable) throws IOException {
        ZarrArray array = series.get(variable.index()).array();
        String[] texts = new String[points];
        visit(variable, 0, 0, points, (k, chunk, index) -> texts[k] = array.text(chunk, index));
        return texts;
    }

    /** No file is held open. */
    @Override
    public void close() {
    }
}

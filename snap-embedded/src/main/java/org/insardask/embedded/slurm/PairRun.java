package org.insardask.embedded.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.insardask.embedded.cli.GraphCommand;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphFile;
import org.insardask.embedded.graph.GraphNode;
import org.insardask.embedded.slab.DurableFile;
import org.insardask.embedded.slab.SlabException;
import org.insardask.embedded.slab.SlabTask;

/** The folder of a run over a list: one gpt for each row. For one thread. */
final class PairRun {

    private static final String LIST = "list.csv";

    private final Path folder;
    private final PairList list;
    private final SlurmOptions options;

    /** A run that was created. */
    PairRun(Path folder) throws IOException {
        this(folder, PairList.read(folder.resolve(LIST)), SlurmOptions.parse(Place.words(folder)));
    }

    private PairRun(Path folder, PairList list, SlurmOptions options) {
        this.folder = folder;
        this.list = list;
        this.options = options;
    }

    /** Whether a folder is that of a run over a list. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(LIST));
    }

    /** A run that is not created yet: the folder does not exist. */
    static PairRun of(Path folder, SlurmOptions options) throws IOException {
        return new PairRun(folder, PairList.read(Path.of(options.words().get(0))), options);
    }

    void create(List<String> words) throws IOException {
        Files.createDirectories(folder.getParent());
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            throw new SlabException(folder + " is there already: another submission makes it at this moment", e);
        }
        Files.createDirectories(logs());
        Files.createDirectories(folder.resolve("rows"));
        Place.write(folder, words);
        Files.copy(Path.of(options.words().get(0)), folder.resolve(LIST));
    }

    Path folder() {
        return folder;
    }

    Path logs() {
        return folder.resolve("logs");
    }

    String name() {
        String name = folder.getFileName().toString();
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    PairList list() {
        return list;
    }

    SlurmOptions options() {
        return options;
    }

    /** The words of gpt for a row, from 1 on: columns that are variables of the graph are parameters, where nothing else is said. */
    List<String> words(int number) {
        Map<String, String> row = list.rows().get(number - 1);
        List<String> words = new ArrayList<>();
        for (String word : options.words().subList(1, options.words().size())) {
            words.add(PairList.fill(word, row));
        }
        GraphCommand command = GraphCommand.parse(words);
        if (command.subject().endsWith(".xml")) {
            Set<String> variables = new GraphFile(Path.of(command.subject())).variables();
            for (Map.Entry<String, String> each : row.entrySet()) {
                boolean given = words.stream().anyMatch(word -> word.startsWith("-P" + each.getKey() + "="));
                if (variables.contains(each.getKey()) && !given) {
                    words.add("-P" + each.getKey() + "=" + each.getValue());
                }
            }
        }
        return words;
    }

    /** The graph of a row; a {@link RuntimeException} where it cannot be made. */
    Graph graph(int number) {
        return GraphCommand.parse(words(number)).graph();
    }

    /** Whether a row was computed from the inputs as they are now, and what it wrote is there. */
    boolean isFinished(int number) throws IOException {
        Path marker = marker(number);
        return Files.exists(marker) && Files.readString(marker, StandardCharsets.UTF_8).strip().equals(fingerprint(number))
                && outputs(number).stream().allMatch(Files::exists);
    }

    private String fingerprint(int number) throws IOException {
        return GraphCommand.fingerprint(graph(number), GraphCommand.parse(words(number)).systemProperties());
    }

    /** The products that a row writes. */
    List<Path> outputs(int number) {
        List<Path> outputs = new ArrayList<>();
        for (GraphNode node : graph(number).nodes()) {
            String file = node.operator().equalsIgnoreCase("Write") ? node.parameters().get("file") : null;
            if (file != null) {
                outputs.add(Path.of(file).toAbsolutePath());
            }
        }
        return outputs;
    }

    /** Runs gpt for a row that is not finished; returns its exit status. */
    int run(int number, int threads, Map<String, String> environment) throws IOException, InterruptedException {
        if (number < 1 || number > list.rows().size()) {
            throw new SlabException("row " + number + ": expected 1 to " + list.rows().size());
        }
        if (isFinished(number)) {
            return 0;
        }
        String fingerprint = fingerprint(number);
        List<String> words = new ArrayList<>(words(number));
        words.addAll(List.of("-q", Integer.toString(threads)));
        SlabTask.Gpt gpt = EmbeddedGpt.choose(options.snap(), environment);
        if (gpt.resumes()) {
            words.add("--resume");
        }
        int status = gpt.run(words);
        if (status == 0) {
            DurableFile.write(marker(number), fingerprint + "\n");
        }
        return status;
    }

    private Path marker(int number) {
        return folder.resolve("rows").resolve(String.format(Locale.ROOT, "%04d.done", number));
    }
}

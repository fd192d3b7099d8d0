package org.insardask.embedded.slab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.insardask.embedded.io.ProductPaths;

/**
 * The folder of a run, beside the product that it makes: {@code a.slurm} for {@code a.dim}. All that the tasks know of each other is in it.
 * Immutable; what it tells of files is as they are at that time.
 */
public final class SlabRun {

    /** End of the name of the folder. */
    public static final String EXTENSION = ".slurm";

    private final Path folder;

    /** What is known of a slab from its files alone. */
    public enum State { FINISHED, UNFINISHED, CORRUPT }

    private SlabRun(Path folder) {
        this.folder = folder;
    }

    /** The run of a folder, which need not be there. */
    public static SlabRun in(Path folder) {
        return new SlabRun(folder.toAbsolutePath().normalize());
    }

    /** The run that makes a product, or goes through a list. */
    public static SlabRun of(Path target) {
        Path path = target.toAbsolutePath().normalize();
        if (path.getFileName().toString().endsWith(EXTENSION)) {
            return in(path);
        }
        String extension = ProductPaths.hasExtension(path, ".znap") ? ".znap" : ProductPaths.hasExtension(path, ".csv") ? ".csv" : ".dim";
        return in(path.resolveSibling(ProductPaths.stem(path, extension) + EXTENSION));
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Name of the product without extension. */
    public String name() {
        String name = folder.getFileName().toString();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    /** Where the output of jobs goes. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /**
     * Makes the folders and writes down what is asked for.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the folder is there; of several processes at once, one makes it
     */
    public void create(SlabRequest request) throws IOException {
        Files.createDirectories(folder.getParent());
        Files.createDirectory(folder);
        Files.createDirectories(logs());
        Files.createDirectories(slabs());
        Files.createDirectories(plans());
        request.write(requestFile());
    }

    /** What is asked for; a {@link SlabException} where there is no such run. */
    public SlabRequest request() throws IOException {
        try {
            return SlabRequest.read(requestFile());
        } catch (NoSuchFileException e) {
            throw new SlabException(folder + ": no run of insar-slurm is there; expected the target or the folder of one", e);
        }
    }

    /** The plan, where it is made. */
    public Optional<SlabPlan> plan() throws IOException {
        return Files.exists(planFile()) ? Optional.of(SlabPlan.read(planFile())) : Optional.empty();
    }

    /** Where the output is; null before it is planned. */
    public Path product() throws IOException {
        return plan().map(SlabPlan::target).orElse(null);
    }

    SlabPlan requirePlan() throws IOException {
        return plan().orElseThrow(() -> new SlabException(folder + ": the plan is not made yet"));
    }

    /** Whether the product is assembled. */
    public boolean isDone() {
        return Files.exists(done());
    }

    /** What the files of a slab say. */
    public State state(SlabPlan plan, Slab slab) {
        if (Files.exists(refused(slab))) {
            return State.CORRUPT;
        }
        if (!Files.exists(manifest(slab))) {
            return State.UNFINISHED;
        }
        try {
            SlabManifest.read(manifest(slab), plan.head(slab)).checkSizes(slabs());
            return State.FINISHED;
        } catch (IOException e) {
            return State.CORRUPT;
        }
    }

    Path requestFile() {
        return folder.resolve("request.properties");
    }

    Path planFile() {
        return folder.resolve("plan.properties");
    }

    Path plans() {
        return folder.resolve("plans");
    }

    Path taskGraph() {
        return folder.resolve("task.xml");
    }

    Path skeleton() {
        return folder.resolve("skeleton");
    }

    Path slabs() {
        return folder.resolve("slabs");
    }

    Path done() {
        return folder.resolve("done");
    }

    Path manifest(Slab slab) {
        return slabs().resolve(slab.name() + ".manifest");
    }

    /** The manifest of a slab that the assembling found corrupt. */
    Path refused(Slab slab) {
        return slabs().resolve(slab.name() + ".refused");
    }

    Path product(Slab slab) {
        return slabs().resolve(slab.name() + ".dim");
    }

    Path data(Slab slab) {
        return slabs().resolve(slab.name() + ".data");
    }

    Path chunks(Slab slab) {
        return slabs().resolve(slab.name() + ".chunks");
    }
}

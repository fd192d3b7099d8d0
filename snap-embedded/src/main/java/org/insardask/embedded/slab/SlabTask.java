package org.insardask.embedded.slab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insardask.embedded.cli.GraphCommand;
import org.insardask.embedded.znap.ZnapRows;

/**
 * Computes one slab: a run of gpt for its rows into a product of its own, and a manifest when that is on disk. Running it again does no
 * harm: a slab that is finished stays, and one that was interrupted is gone on with where the embedded runner computes it.
 */
public final class SlabTask {

    private final SlabRun run;
    private final SlabPlan plan;
    private final Slab slab;

    /** What runs gpt. */
    public interface Gpt {

        /** Returns the exit status of gpt with these words. */
        int run(List<String> words) throws IOException, InterruptedException;

        /** Whether it knows --resume. */
        boolean resumes();
    }

    /** For a slab of a run whose plan is made. */
    public SlabTask(SlabRun run, int number) throws IOException {
        this.run = run;
        this.plan = run.requirePlan();
        if (number < 1) {
            throw new SlabException("slab " + number + ": expected 1 to " + plan.slabs().size());
        }
        this.slab = number > plan.slabs().size() ? null : plan.slabs().get(number - 1);
    }

    /**
     * Computes the slab.
     *
     * @param threads for gpt
     * @param gpt what computes it
     * @return exit status
     */
    public int compute(int threads, Gpt gpt) throws IOException, InterruptedException {
        if (slab == null || run.state(plan, slab) == SlabRun.State.FINISHED) {
            return 0;
        }
        SlabRequest request = run.request();
        GraphCommand command = request.command();
        SlabInputs.requireUnchanged(plan, command.graph(), command.systemProperties());
        Files.deleteIfExists(run.manifest(slab));
        List<String> words = new ArrayList<>(List.of(run.taskGraph().toString(),
                "-P" + SlabGraph.REGION + "=0," + slab.y() + "," + plan.width() + "," + slab.rows(),
                "-P" + SlabGraph.FILE + "=" + run.product(slab), "-q", Integer.toString(threads)));
        if (gpt.resumes()) {
            words.add("--resume");
        }
        int status = gpt.run(words);
        if (status == 0) {
            seal();
        }
        return status;
    }

    private void seal() throws IOException {
        delete(run.chunks(slab));
        List<Path> files = new ArrayList<>();
        if (plan.isZnap() && pack()) {
            delete(run.data(slab));
            delete(run.product(slab));
        } else {
            files.addAll(SlabRasters.of(run.data(slab)).values());
        }
        if (Files.isDirectory(run.chunks(slab))) {
            try (Stream<Path> chunks = Files.walk(run.chunks(slab))) {
                chunks.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        SlabManifest.of(plan.head(slab), run.slabs(), files).write(run.manifest(slab));
        Files.deleteIfExists(run.refused(slab));
    }

    /** Makes the chunks that lie in the slab with all of their rows; true where no row is left over. */
    private boolean pack() throws IOException {
        Path store = run.skeleton().resolve(plan.target().getFileName());
        boolean all = true;
        for (Map.Entry<String, Path> band : SlabRasters.of(run.data(slab)).entrySet()) {
            all &= ZnapRows.pack(store.resolve(band.getKey()), band.getValue(), slab.y(), slab.rows(),
                    run.chunks(slab).resolve(band.getKey())) == slab.rows();
        }
        return all;
    }

    /** Deletes a file or folder where it is there. */
    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

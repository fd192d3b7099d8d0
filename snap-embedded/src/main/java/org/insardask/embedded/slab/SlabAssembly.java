package org.insardask.embedded.slab;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.insardask.embedded.cli.GraphCommand;
import org.insardask.embedded.gpf.Cancellation;
import org.insardask.embedded.gpf.TileEngine;
import org.insardask.embedded.graph.GraphRunner;
import org.insardask.embedded.io.StagedOutput;
import org.insardask.embedded.znap.ZnapRows;

/**
 * Puts the slabs of a run together. Every byte that is copied is compared with the checksum of its slab; where slabs are missing or
 * corrupt, nothing is made and the message names them. The product appears in one step, as that of a single run.
 */
public final class SlabAssembly {

    private static final long LOOK_AGAIN_MILLIS = 200;

    private final SlabRun run;
    private final SlabPlan plan;
    private final int threads;
    private final Duration patience;
    /** What is wrong, by number of slab. */
    private final Map<Integer, String> corrupt = new ConcurrentSkipListMap<>();
    private final Map<Integer, SlabManifest> manifests = new TreeMap<>();

    /**
     * For a run whose plan is made.
     *
     * @param patience how long to wait for the names of files that other nodes made: NFS may show a folder as it was a minute ago
     */
    public SlabAssembly(SlabRun run, int threads, Duration patience) throws IOException {
        this.patience = patience;
        this.run = run;
        this.plan = run.requirePlan();
        this.threads = threads;
    }

    /** Assembles the product and runs what needs all of it; does nothing where that is done. */
    public void assemble() throws Exception {
        if (run.isDone()) {
            return;
        }
        GraphCommand command = run.request().command();
        SlabGraph parts = new SlabGraph(command.graph());
        SlabInputs.requireUnchanged(plan, command.graph(), command.systemProperties());
        readManifests();
        StagedOutput output = StagedOutput.open(plan.target());
        boolean whole = false;
        try {
            fill(output);
            refuseCorrupt();
            whole = true;
        } finally {
            if (!whole) {
                output.discard();
            }
        }
        output.commit(true); // The slabs are removed afterwards.
        if (parts.hasAfter()) {
            TileEngine engine = new TileEngine(threads, command.cacheBytes(), new Cancellation());
            new GraphRunner(parts.after(plan.target()), engine).run(ProgressMonitor.NULL);
        }
        DurableFile.write(run.done(), plan.fingerprint() + "\n");
        SlabTask.delete(run.slabs());
        SlabTask.delete(run.skeleton());
    }

    private void readManifests() throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<String> missing = missing();
        while (!missing.isEmpty() && System.nanoTime() - end < 0) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            missing = missing();
        }
        if (!missing.isEmpty()) {
            throw new SlabException(plan.target() + " is not assembled: slab" + (missing.size() > 1 ? "s " : " ")
                    + String.join(", ", missing) + " of " + plan.slabs().size() + " not finished; insar-slurm resume runs what is missing");
        }
        for (Slab slab : plan.slabs()) {
            readManifest(slab);
        }
        refuseCorrupt();
    }

    /** The numbers of the slabs without a manifest. The folder is listed: that makes a client of NFS ask for what it holds now. */
    private List<String> missing() throws IOException {
        Set<String> names = new HashSet<>();
        if (Files.isDirectory(run.slabs())) {
            try (Stream<Path> files = Files.list(run.slabs())) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        List<String> missing = new ArrayList<>();
        for (Slab slab : plan.slabs()) {
            if (!names.contains(run.manifest(slab).getFileName().toString())) {
                missing.add(Integer.toString(slab.number()));
            }
        }
        return missing;
    }

    private void readManifest(Slab slab) {
        try {
            SlabManifest manifest = SlabManifest.read(run.manifest(slab), plan.head(slab));
            manifest.checkSizes(run.slabs());
            manifests.put(slab.number(), manifest);
        } catch (IOException e) {
            corrupt.put(slab.number(), e.getMessage());
        }
    }

    /** Slabs that are found corrupt lose their manifest, so that resume computes them again. */
    private void refuseCorrupt() throws IOException {
        if (corrupt.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>();
        for (Map.Entry<Integer, String> each : corrupt.entrySet()) {
            Slab slab = plan.slabs().get(each.getKey() - 1);
            if (Files.exists(run.manifest(slab))) {
                Files.move(run.manifest(slab), run.refused(slab), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            words.add("slab " + each.getKey() + " (" + each.getValue() + ")");
        }
        throw new SlabException(plan.target() + " is not assembled: corrupt: " + String.join("; ", words)
                + "; insar-slurm resume computes them again");
    }

    private void fill(StagedOutput output) throws IOException, InterruptedException {
        String name = plan.target().getFileName().toString();
        if (plan.isZnap()) {
            Path store = output.addFolder(name);
            copyTree(run.skeleton().resolve(name), store);
            forEachBand(band -> fillArray(band, store.resolve(band)));
        } else {
            String data = name.substring(0, name.length() - ".dim".length()) + ".data";
            Path folder = output.addFolder(data);
            copyTree(run.skeleton().resolve(data), folder);
            Files.copy(run.skeleton().resolve(name), output.addFile(name), StandardCopyOption.REPLACE_EXISTING);
            forEachBand(band -> fillRaster(band, folder.resolve(band + ".img")));
        }
    }

    /** Copies headers and tie points; the samples of bands come from the slabs. */
    private void copyTree(Path from, Path to) throws IOException {
        Set<String> bands = bands();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                String name = file.getFileName().toString();
                boolean samples = file.getParent().equals(from) && name.endsWith(".img") && bands.contains(stem(name));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!samples) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - ".img".length());
    }

    /** The bands that have samples: those of the first slab. */
    private Set<String> bands() {
        Slab first = plan.slabs().get(0);
        String rasters = run.data(first).getFileName() + "/";
        String chunks = run.chunks(first).getFileName() + "/";
        TreeSet<String> bands = new TreeSet<>();
        for (String name : manifests.get(first.number()).entries().keySet()) {
            if (name.startsWith(rasters)) {
                bands.add(stem(name.substring(rasters.length())));
            } else if (name.startsWith(chunks)) {
                bands.add(name.substring(chunks.length(), name.lastIndexOf('/')));
            }
        }
        return bands;
    }

    @FunctionalInterface
    private interface BandWork {
        void on(String band) throws IOException;
    }

    private void forEachBand(BandWork work) throws IOException, InterruptedException {
        ExecutorService team = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> jobs = new ArrayList<>();
            for (String band : bands()) {
                jobs.add(() -> {
                    work.on(band);
                    return null;
                });
            }
            for (Future<Void> done : team.invokeAll(jobs)) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            team.shutdownNow();
        }
    }

    private void fillRaster(String band, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            long position = 0L;
            for (Slab slab : plan.slabs()) {
                Path rows = run.data(slab).resolve(band + ".img");
                check(slab, rows, Checksum.copy(rows, channel, position));
                position += Files.size(rows);
            }
        }
    }

    private void fillArray(String band, Path array) throws IOException {
        List<ZnapRows.Part> parts = new ArrayList<>();
        for (Slab slab : plan.slabs()) {
            Path rows = run.data(slab).resolve(band + ".img");
            if (Files.exists(rows)) {
                check(slab, rows, Checksum.of(rows));
            }
            parts.add(new ZnapRows.Part(rows, slab.y(), slab.rows()));
            Path chunks = run.chunks(slab).resolve(band);
            if (Files.isDirectory(chunks)) {
                takeChunks(slab, chunks, array);
            }
        }
        ZnapRows.join(array, parts, array);
    }

    private void takeChunks(Slab slab, Path chunks, Path array) throws IOException {
        try (Stream<Path> files = Files.list(chunks)) {
            for (Path chunk : files.toList()) {
                check(slab, chunk, Checksum.of(chunk));
                linkOrCopy(chunk, array.resolve(chunk.getFileName().toString()));
            }
        }
    }

    /** A second name costs nothing, and leaves the slab whole where the assembling is killed; not every file system has them. */
    private static void linkOrCopy(Path chunk, Path to) throws IOException {
        try {
            Files.createLink(to, chunk);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(chunk, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void check(Slab slab, Path file, String crc) {
        String name = run.slabs().relativize(file).toString();
        SlabManifest.Entry entry = manifests.get(slab.number()).entries().get(name);
        if (entry == null || !entry.crc().equals(crc)) {
            corrupt.putIfAbsent(slab.number(), name + " has other bytes than were written");
        }
    }
}

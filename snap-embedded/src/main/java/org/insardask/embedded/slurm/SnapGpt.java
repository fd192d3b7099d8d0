package org.insardask.embedded.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.insardask.embedded.slab.SlabException;
import org.insardask.embedded.slab.SlabTask;

/** SNAP's gpt, found by SNAP_HOME. No state. */
final class SnapGpt implements SlabTask.Gpt {

    @Override
    public boolean resumes() {
        return false;
    }

    private static Path gpt() {
        String home = System.getenv("SNAP_HOME");
        return home == null || home.isBlank() ? null : Path.of(home, "bin", "gpt");
    }

    /** Refuses to go on where it is not there. */
    static void require() {
        if (gpt() == null || !Files.isExecutable(gpt())) {
            throw new SlabException("--snap needs SNAP's gpt: set SNAP_HOME to the folder SNAP is installed in"
                    + (gpt() == null ? "" : " (found no executable '" + gpt() + "')"));
        }
    }

    @Override
    public int run(List<String> words) throws IOException, InterruptedException {
        require();
        List<String> command = new ArrayList<>(List.of(gpt().toString()));
        command.addAll(words);
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread stop = new Thread(process::destroy, "stop-gpt");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return process.waitFor();
        } finally {
            if (!process.isAlive()) {
                removeHook(stop);
            }
        }
    }

    private static void removeHook(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            stop.interrupt(); // The process is ending and the hook runs: gpt has ended too.
        }
    }
}

package org.insardask.embedded.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insardask.embedded.slab.SlabException;
import org.insardask.embedded.slab.SlabTask;

/** SNAP's gpt, found by SNAP_HOME. Immutable. */
final class SnapGpt implements SlabTask.Gpt {

    /** From insar-slurm: three quarters of the memory of the job. */
    private static final String HEAP = "INSAR_SLURM_HEAP";
    private static final String VM_PARAMETERS = "INSTALL4J_ADD_VM_PARAMS";

    private final Map<String, String> environment;

    SnapGpt(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public boolean resumes() {
        return false;
    }

    private Path gpt() {
        String home = environment.get("SNAP_HOME");
        return home == null || home.isBlank() ? null : Path.of(home, "bin", "gpt");
    }

    /** Refuses to go on where it is not there. */
    void require() {
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
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        giveHeap(builder.environment());
        Process process = builder.start();
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

    /** The heap that the memory of the job allows, for SNAP's launcher, where nothing else is said; else it looks at the machine. */
    static void giveHeap(Map<String, String> variables) {
        String heap = variables.getOrDefault(HEAP, "");
        String said = variables.getOrDefault(VM_PARAMETERS, "");
        if (!heap.isBlank() && !said.contains("-Xmx")) {
            variables.put(VM_PARAMETERS, (said + " -Xmx" + heap).strip());
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

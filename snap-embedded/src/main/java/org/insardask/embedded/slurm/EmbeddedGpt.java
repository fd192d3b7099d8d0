package org.insardask.embedded.slurm;

import java.util.List;
import java.util.Map;
import org.insardask.embedded.cli.CommandLine;
import org.insardask.embedded.slab.SlabTask;

/** The embedded runner in this process. No state. */
final class EmbeddedGpt implements SlabTask.Gpt {

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public int run(List<String> words) {
        return CommandLine.execute(words.toArray(new String[0]));
    }

    /** SNAP's gpt or the embedded runner. */
    static SlabTask.Gpt choose(boolean snap, Map<String, String> environment) {
        return snap ? new SnapGpt(environment) : new EmbeddedGpt();
    }
}

package org.insardask.embedded.slurm;

/** The text of {@code insar-slurm -h}. */
final class SlurmUsage {

    static final String TEXT = """
            Usage:
              insar-slurm submit GRAPH.xml|OPERATOR [words of gpt: -P -S -p -t -f -c -D] [options] [-- words for sbatch]
              insar-slurm pairs LIST.csv GRAPH.xml [words of gpt] [options] [--then GRAPH.xml [words and options]] [-- words for sbatch]
              insar-slurm status | cancel TARGET
              insar-slurm logs TARGET [NUMBER|plan|assemble]
              insar-slurm resume TARGET [--partition, --cpus-per-task, --mem, --time, --max-jobs] [-- words for sbatch]

            submit splits the target into slabs of rows, computes them as a job array, and assembles them: byte for byte the product of
            one run. All that is known of a run is in TARGET.slurm beside the target.

            Options, in SLURM's words:
              --partition NAME        where to run
              --cpus-per-task N       cores, and threads, of a task
              --mem SIZE              memory of a task; Java's heap gets three quarters of it
              --time LIMIT            time limit of a task
            and:
              --tasks N               number of slabs; by default as many as may run at once, or fewer where the target is small
              --max-jobs N            how many tasks run at once; by default 50
              --plan-job              make the plan in a job of its own and not before the submission
              --snap                  tasks run SNAP's gpt (SNAP_HOME), else the embedded runner
              --folder DIR            of pairs: where to keep what is known of the run; by default LIST.slurm beside the list
              --dry-run               print the batch scripts and submit nothing
            Everything after -- goes to sbatch. TARGET is the product, its folder TARGET.slurm, or for pairs the list.
            """;

    private SlurmUsage() {
    }
}

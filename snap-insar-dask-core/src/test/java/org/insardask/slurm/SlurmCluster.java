package org.insardask.slurm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A SLURM of one node on the loopback interface, with daemons, keys and configuration of its own in a folder. It ends its daemons by
 * their own processes. For one thread.
 */
final class SlurmCluster implements AutoCloseable {

    private static final List<String> DAEMONS = List.of("munged", "slurmctld", "slurmd", "sbatch");
    private static final List<String> PLACES = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin");
    private static final long PATIENCE_SECONDS = 150;

    private final Path folder;
    private final Deque<Process> daemons = new ArrayDeque<>();

    /**
     * What a command did.
     *
     * @param status exit status
     * @param text what it said on both streams
     */
    record Said(int status, String text) {
    }

    private SlurmCluster(Path folder) {
        this.folder = folder;
    }

    /** Why there can be none on this machine; empty where there can. */
    static String missing() {
        List<String> missing = DAEMONS.stream().filter(daemon -> find(daemon) == null).toList();
        return missing.isEmpty() ? "" : String.join(", ", missing) + " not here (apt-get install slurm-wlm munge)";
    }

    private static String find(String program) {
        return PLACES.stream().map(place -> Path.of(place, program)).filter(Files::isExecutable).map(Path::toString).findFirst()
                .orElse(null);
    }

    /** Starts a cluster with a number of slots, and waits until it takes jobs. */
    static SlurmCluster start(Path folder, int slots) throws IOException, InterruptedException, TimeoutException {
        SlurmCluster cluster = new SlurmCluster(folder);
        boolean ready = false;
        try {
            cluster.startDaemons(slots);
            ready = true;
        } finally {
            if (!ready) {
                cluster.close();
            }
        }
        return cluster;
    }

    private void startDaemons(int slots) throws IOException, InterruptedException, TimeoutException {
        for (String name : List.of("state", "spool")) {
            Files.createDirectories(folder.resolve(name));
        }
        Path key = folder.resolve("munge.key");
        Files.write(key, new SecureRandom().generateSeed(128));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String host = InetAddress.getLocalHost().getHostName().replaceAll("[.].*", "");
        Files.writeString(configuration(), configuration(host, slots), StandardCharsets.UTF_8);
        daemon("munged", "--foreground", "--force", "--socket=" + folder.resolve("munge.sock"), "--key-file=" + key,
                "--pid-file=" + folder.resolve("munged.pid"), "--log-file=" + folder.resolve("munged.log"),
                "--seed-file=" + folder.resolve("munge.seed"));
        await("munged", () -> Files.exists(folder.resolve("munge.sock")));
        daemon("slurmctld", "-D", "-f", configuration().toString());
        daemon("slurmd", "-D", "-f", configuration().toString(), "-N", host);
        await("a node that takes jobs", () -> run(List.of("sinfo", "--noheader", "--format=%T")).text().strip().equals("idle"));
    }

    private String configuration(String host, int slots) throws IOException {
        String user = System.getProperty("user.name");
        return String.join("\n", "ClusterName=insardask", "SlurmctldHost=" + host + "(127.0.0.1)", "SlurmctldPort=" + freePort(),
                "SlurmdPort=" + freePort(), "SlurmUser=" + user, "SlurmdUser=" + user, "AuthType=auth/munge",
                "AuthInfo=socket=" + folder.resolve("munge.sock"), "ProctrackType=proctrack/linuxproc", "TaskPlugin=task/none",
                "SelectType=select/cons_tres", "SelectTypeParameters=CR_CPU", "SchedulerType=sched/backfill",
                "SchedulerParameters=sched_interval=1,batch_sched_delay=0", "StateSaveLocation=" + folder.resolve("state"),
                "SlurmdSpoolDir=" + folder.resolve("spool"), "SlurmctldPidFile=" + folder.resolve("slurmctld.pid"),
                "SlurmdPidFile=" + folder.resolve("slurmd.pid"), "SlurmctldLogFile=" + folder.resolve("slurmctld.log"),
                "SlurmdLogFile=" + folder.resolve("slurmd.log"), "MailProg=/bin/true", "ReturnToService=2", "KillWait=2", "MpiDefault=none",
                "JobAcctGatherType=jobacct_gather/none", "SlurmdParameters=config_overrides",
                "NodeName=" + host + " NodeAddr=127.0.0.1 CPUs=" + slots + " RealMemory=4000 State=UNKNOWN",
                "PartitionName=normal Nodes=" + host + " Default=YES MaxTime=INFINITE State=UP", "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Path configuration() {
        return folder.resolve("slurm.conf");
    }

    private void daemon(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(words));
        command.set(0, find(words[0]));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(words[0] + ".out").toFile());
        builder.environment().put("SLURM_CONF", configuration().toString());
        daemons.push(builder.start());
    }

    /** What commands need to find it. */
    void addTo(Map<String, String> environment) {
        environment.put("SLURM_CONF", configuration().toString());
        environment.merge("PATH", String.join(":", PLACES), (path, more) -> path + ":" + more);
    }

    /** Runs a command of SLURM; one that cannot be run says why. */
    Said run(List<String> words) {
        try {
            return run(words, folder, Map.of());
        } catch (IOException e) {
            return new Said(-1, e.getMessage());
        }
    }

    /** Runs a command in a folder. */
    Said run(List<String> words, Path in, Map<String, String> more) throws IOException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words).directory(in.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
        addTo(builder.environment());
        builder.environment().putAll(more);
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Said(-1, "took more than " + PATIENCE_SECONDS + " s: " + words);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return new Said(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    /** Waits until something is so. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new TimeoutException("waited " + PATIENCE_SECONDS + " s for " + what);
            }
            Thread.sleep(20);
        }
    }

    /** Ends all jobs, then the daemons, the last one first. */
    @Override
    public void close() {
        run(List.of("scancel", "--user=" + System.getProperty("user.name")));
        while (!daemons.isEmpty()) {
            end(daemons.pop());
        }
    }

    private static void end(Process daemon) {
        daemon.destroy();
        try {
            if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        } catch (InterruptedException e) {
            daemon.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

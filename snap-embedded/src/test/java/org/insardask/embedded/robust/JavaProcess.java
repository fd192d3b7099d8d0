package org.insardask.embedded.robust;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link SlowRun} as a process. For one thread. */
final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader err;
    private final StringBuilder said = new StringBuilder();

    private JavaProcess(Process process) {
        this.process = process;
        err = process.errorReader(StandardCharsets.UTF_8);
    }

    /** Starts Java and lets it load what it needs; the run itself begins with {@link #go}. */
    static JavaProcess start(String... args) throws IOException {
        return start(List.of(), args);
    }

    /** The same, with words before {@code java}, such as a shell that sets a limit. */
    static JavaProcess start(List<String> before, String... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx64m", "-cp", classPath,
                SlowRun.class.getName()));
        command.addAll(List.of(args));
        return new JavaProcess(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** Begins the run. */
    void go() throws IOException {
        process.getOutputStream().write(1);
        process.getOutputStream().flush();
    }

    /** Reads what the run says until a line begins with a text, or it ends; true where there was such a line. */
    boolean awaitLine(String start) throws IOException {
        String line = err.readLine();
        while (line != null && !line.startsWith(start)) {
            said.append(line).append('\n');
            line = err.readLine();
        }
        return line != null;
    }

    /** Ends the process without a chance to clean up; returns its exit status, 137 where the kill came in time. */
    int kill() {
        process.toHandle().destroyForcibly(); // Process itself would close the streams as well.
        return awaitEnd();
    }

    /** Asks the process to end, as a batch system does; returns its exit status. */
    int terminate() {
        process.toHandle().destroy();
        return awaitEnd();
    }

    /** Waits for the end; returns the exit status. */
    int awaitEnd() {
        try {
            awaitLine("\0");
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("hangs: " + said);
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it said on the error stream so far, but for the lines that were awaited. */
    String said() {
        return said.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

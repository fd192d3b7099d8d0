package org.insardask.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script insar-gpt, as it calls java: here one that only says its words. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String OURS = "-XX:+UseParallelGC";

    @TempDir
    private Path root;

    @BeforeEach
    void installWhatIsBuilt() throws IOException {
        Path target = Files.createDirectories(root.resolve("snap-insar-dask-core/target/lib")).getParent();
        Files.createFile(target.resolve("lib/.built"));
        Files.createFile(target.resolve("insar-gpt.jsa"));
        script(root.resolve("insar-gpt"), Files.readString(Path.of("..", "insar-gpt"), StandardCharsets.UTF_8));
        script(Files.createDirectories(root.resolve("jdk/bin")).resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> javaWords(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(root.resolve("insar-gpt").toString(), "Read", "a b").redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("SNAP_HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "INSAR_GPT_JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, process.waitFor(), "exit status; it said " + words);
        return words;
    }

    private static List<String> collectors(List<String> words) {
        return words.stream().filter(word -> word.startsWith("-XX:+Use")).toList();
    }

    @Test
    void namesItsCollectorWhereTheUserNamesNone() throws Exception {
        List<String> words = javaWords(Map.of("INSAR_GPT_JAVA_OPTS", "-Xmx1g -XX:+UseAdaptiveSizePolicyWithSystemGC"));
        assertEquals(List.of(OURS, "-XX:+UseAdaptiveSizePolicyWithSystemGC"), collectors(words));
        assertTrue(words.contains("-Xmx1g"), "the options of the user: " + words);
        assertEquals(List.of("Read", "a b"), words.subList(words.size() - 2, words.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseG1GC", "-XX:+UseZGC"})
    void theCollectorOfTheUserIsTheOnlyOne(String collector) throws Exception {
        assertEquals(List.of(collector), collectors(javaWords(Map.of("INSAR_GPT_JAVA_OPTS", "-Xmx1g " + collector))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"})
    void aCollectorThatJavaReadsItselfCounts(String variable) throws Exception {
        assertEquals(List.of(), collectors(javaWords(Map.of(variable, "-XX:+UseSerialGC"))));
    }
}

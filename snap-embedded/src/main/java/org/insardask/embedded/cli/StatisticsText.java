package org.insardask.embedded.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.insardask.embedded.gpf.RunStatistics;
import org.insardask.embedded.gpf.TileEngine;

/** What {@code --stats} shows at the end of a run. */
final class StatisticsText {

    private static final Path PROCESS = Path.of("/proc/self/status");

    private StatisticsText() {
    }

    /** One line for each operator, then the totals, the cache, and the memory. */
    static String of(TileEngine engine, double elapsedSeconds) {
        StringBuilder text = new StringBuilder(600);
        double seconds = 0;
        int width = engine.statistics().lines().stream().mapToInt(line -> line.name().length()).max().orElse(0);
        for (RunStatistics.Line line : engine.statistics().lines()) {
            text.append(String.format(Locale.ENGLISH, "%-8s %-" + Math.max(10, width) + "s %9.2f s %10.1f MB %8d %s%n",
                    line.kind().name().toLowerCase(Locale.ENGLISH), line.name(), line.seconds(), line.bytes() / 1e6, line.tiles(),
                    line.tiles() == 1 ? "tile" : "tiles"));
            seconds += line.seconds();
        }
        text.append(String.format(Locale.ENGLISH, "total    %.2f s of threads, %.2f s from start to end, %d threads%n", seconds,
                elapsedSeconds, engine.threads()));
        text.append(String.format(Locale.ENGLISH, "cache    %d hits, %d misses, at most %.1f MB held%n", engine.cacheHits(),
                engine.cacheMisses(), engine.peakCacheBytes() / 1e6));
        text.append(String.format(Locale.ENGLISH, "memory   at most %.0f MB of heap (the peaks of its parts)%s%n",
                peakHeapBytes() / 1e6, peakProcess()));
        return text.toString();
    }

    /** No more than this was ever used: the peaks of the parts of the heap, which may be at different times. */
    private static long peakHeapBytes() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return bytes;
    }

    /** What Linux says about the process; nothing elsewhere. */
    private static String peakProcess() {
        try {
            return Files.readAllLines(PROCESS).stream().filter(line -> line.startsWith("VmHWM:")).findFirst()
                    .map(line -> String.format(Locale.ENGLISH, ", %.0f MB of the process (VmHWM)",
                            Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)).orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}

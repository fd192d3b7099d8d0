package org.insardask.embedded.cli;

import com.bc.ceres.core.NullProgressMonitor;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows the percentage done, the rate and the time that is left: on one line that changes on a terminal, else as a line every ten percent.
 * The rate is that of the last 15 to 30 seconds, so that tiles of a resumed run, which are fast, are soon forgotten. For one thread at a
 * time.
 */
final class ConsoleProgress extends NullProgressMonitor {

    private static final int STEP = 10;
    private static final double WINDOW_SECONDS = 15;
    private static final double REDRAW_SECONDS = 0.2;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private double total;
    private double done;
    private int shown = -1;
    private int width;
    private double drawn = -1;
    private Mark older;
    private Mark newer;
    private long start;

    /** How much was done when. */
    private record Mark(double seconds, double done) {
    }

    ConsoleProgress(PrintStream out, boolean terminal) {
        this(out, terminal, System::nanoTime);
    }

    ConsoleProgress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        start = nanoTime.getAsLong();
        older = new Mark(0, 0);
        newer = older;
    }

    @Override
    public void beginTask(String taskName, int totalWork) {
        total = totalWork;
        done = 0;
        start = nanoTime.getAsLong();
        older = new Mark(0, 0);
        newer = older;
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    @Override
    public void internalWorked(double work) {
        done += work;
        double seconds = (nanoTime.getAsLong() - start) * 1e-9;
        int percent = total <= 0 ? 0 : (int) (100 * done / total);
        int mark = terminal ? percent : percent / STEP * STEP;
        boolean redraw = terminal && (seconds - drawn > REDRAW_SECONDS || done >= total);
        if (redraw || (mark > shown && !terminal)) {
            shown = mark;
            drawn = seconds;
            show(mark + " %" + details(seconds));
        }
        if (seconds - newer.seconds > WINDOW_SECONDS) {
            older = newer;
            newer = new Mark(seconds, done);
        }
    }

    private void show(String text) {
        if (terminal) {
            out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            width = text.length();
        } else {
            out.print(text + "\n");
        }
        out.flush();
    }

    private String details(double seconds) {
        if (done >= total) {
            return String.format(Locale.ENGLISH, ", %.0f %s in %s", done, done == 1 ? "tile" : "tiles", duration(seconds));
        }
        double rate = (done - older.done) / (seconds - older.seconds);
        if (!(rate > 0) || Double.isInfinite(rate)) {
            return "";
        }
        return String.format(Locale.ENGLISH, ", %s tiles/s, %s left", rate < 10 ? String.format(Locale.ENGLISH, "%.2g", rate)
                : String.format(Locale.ENGLISH, "%.0f", rate), duration((total - done) / rate));
    }

    /** A duration in words: {@code 42 s}, {@code 3 min 20 s}, {@code 2 h 05 min}. */
    static String duration(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ENGLISH, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600 ? String.format(Locale.ENGLISH, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ENGLISH, "%d h %02d min", whole / 3600, whole % 3600 / 60);
    }

    @Override
    public void done() {
        if (terminal && shown >= 0) {
            out.println();
        }
    }
}

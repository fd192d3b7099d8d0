package org.insardask.embedded.cli;

import com.bc.ceres.core.NullProgressMonitor;
import java.io.PrintStream;

/** Shows the percentage done: on one line that changes on a terminal, else as a line every ten percent. For one thread at a time. */
final class ConsoleProgress extends NullProgressMonitor {

    private static final int STEP = 10;

    private final PrintStream out;
    private final boolean terminal;
    private double total;
    private double done;
    private int shown = -1;

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void beginTask(String taskName, int totalWork) {
        total = totalWork;
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    @Override
    public void internalWorked(double work) {
        done += work;
        int percent = total <= 0 ? 0 : (int) (100 * done / total);
        int mark = terminal ? percent : percent / STEP * STEP;
        if (mark > shown) {
            shown = mark;
            out.print(terminal ? "\r" + mark + " %" : mark + " %\n");
            out.flush();
        }
    }

    @Override
    public void done() {
        if (terminal && shown >= 0) {
            out.println();
        }
    }
}

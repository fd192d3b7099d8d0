package org.insardask.ui.dialog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.SwingWorker;
import javax.swing.Timer;
import javax.swing.UIManager;
import org.esa.snap.core.datamodel.Product;

/**
 * Asks the operator for its objection to parameters, at once or a moment later beside the event dispatch thread, and remembers the last
 * answer. A line shows it. For the event dispatch thread.
 */
final class RuleCheck {

    private static final int DELAY = 500;
    /** More letters are cut off in the line; its tool tip and SNAP's message have all. */
    private static final int LONGEST = 180;

    private final OperatorRules rules;
    private final boolean withoutSource;
    private final Consumer<String> listener;
    private final NoteLabel line = new NoteLabel("", 2);
    private final Timer timer = new Timer(DELAY, e -> start());
    private Question next;
    private Question answered;
    private Optional<String> answer = Optional.empty();
    private boolean running;

    /**
     * @param withoutSource whether the operator is asked where there is no source
     * @param listener is told of an objection, or null where there is none
     */
    RuleCheck(OperatorRules rules, boolean withoutSource, Consumer<String> listener) {
        this.rules = rules;
        this.withoutSource = withoutSource;
        this.listener = listener;
        timer.setRepeats(false);
        line.setName("objection");
        line.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
    }

    /** What is asked; equal where the values and the sources are. */
    private record Question(Map<String, String> texts, Map<String, Object> typed, List<Product> sources) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Question question && texts.equals(question.texts) && sources.equals(question.sources);
        }

        @Override
        public int hashCode() {
            return texts.hashCode();
        }
    }

    JComponent component() {
        return line;
    }

    /** Shows an objection; null for none. */
    void show(String objection) {
        line.setForeground(objection == null ? UIManager.getColor("Label.foreground") : Wrong.COLOUR);
        line.setText(objection == null || objection.length() <= LONGEST ? objection : objection.substring(0, LONGEST) + " ...");
        line.setToolTipText(objection);
    }

    /** Asks at once; without the sources that the operator needs there is nobody to ask, and no objection. */
    Optional<String> now(ParameterValues values, Product... sources) {
        Question question = question(values, sources);
        if (sources.length == 0 && !withoutSource) {
            return Optional.empty();
        }
        if (!question.equals(answered)) {
            answer = rules.objection(question.typed(), sources);
            answered = question;
        }
        return answer;
    }

    /** Asks in a moment, unless asked again before. */
    void soon(ParameterValues values, Product... sources) {
        if (sources.length == 0 && !withoutSource) {
            forget();
            listener.accept(null);
            return;
        }
        next = question(values, sources);
        timer.restart();
    }

    /** Asks no more what was to be asked. */
    void forget() {
        timer.stop();
        next = null;
    }

    /** Whether an answer is still to come. */
    boolean isWaiting() {
        return next != null || running;
    }

    private void start() {
        if (running || next == null) {
            return;
        }
        Question question = next;
        next = null;
        if (question.equals(answered)) {
            listener.accept(answer.orElse(null));
            return;
        }
        running = true;
        new Worker(question).execute();
    }

    private static Question question(ParameterValues values, Product... sources) {
        return new Question(values.texts(), values.typed(), Arrays.asList(sources));
    }

    /** Asks the operator, and passes its answer on where nothing else was asked meanwhile. */
    private final class Worker extends SwingWorker<Optional<String>, Void> {

        private final Question question;

        Worker(Question question) {
            this.question = question;
        }

        @Override
        protected Optional<String> doInBackground() {
            return rules.objection(question.typed(), question.sources().toArray(new Product[0]));
        }

        @Override
        protected void done() {
            running = false;
            try {
                answer = get();
                answered = question;
                if (next == null) {
                    listener.accept(answer.orElse(null));
                } else {
                    timer.restart();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                listener.accept(String.valueOf(e.getCause()));
            }
        }
    }
}

package org.insardask.ui.dialog;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.SwingWorker;
import org.insardask.vector.AttributeType;
import org.insardask.vector.VectorDescription;
import org.insardask.vector.VectorFileException;
import org.insardask.vector.VectorRequest;

/**
 * Reads what stands in a polygon file whenever its name or layer changes, beside the event dispatch thread; only the answer to the latest
 * question is passed on. For the event dispatch thread.
 */
final class VectorFileWatch {

    private final Consumer<Answer> listener;
    private Question latest = new Question("", "");
    private boolean waiting;

    VectorFileWatch(Consumer<Answer> listener) {
        this.listener = listener;
    }

    /** What is asked. */
    private record Question(String file, String layer) {
    }

    /**
     * What was found.
     *
     * @param description the file, or null where there is none or it cannot be used
     * @param text one line for the user
     * @param wrong whether the file cannot be used
     */
    record Answer(VectorDescription description, String text, boolean wrong) {

        /** The fields with their types. */
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            if (description != null) {
                description.fields().forEach(field -> fields.put(field.name(), typeName(field.type())));
            }
            return fields;
        }

        List<String> layers() {
            return description == null ? List.of() : description.layers();
        }
    }

    /** Asks for a file and layer; nothing where that is what was asked last. */
    void ask(String file, String layer) {
        Question question = new Question(file, layer);
        if (question.equals(latest)) {
            return;
        }
        latest = question;
        if (file.isEmpty()) {
            waiting = false;
            listener.accept(new Answer(null, "", false));
            return;
        }
        waiting = true;
        listener.accept(new Answer(null, "Reading ...", false));
        new Worker(question).execute();
    }

    /** Whether an answer is still to come. */
    boolean isWaiting() {
        return waiting;
    }

    /** Reads a file; to be called beside the event dispatch thread. */
    static Answer read(String file, String layer) {
        try {
            VectorRequest request = new VectorRequest(Path.of(file), layer.isEmpty() ? null : layer, List.of(), null, null);
            VectorDescription description = VectorDescription.of(request);
            return new Answer(description, summary(description), false);
        } catch (VectorFileException | InvalidPathException e) {
            return new Answer(null, e.getMessage(), true);
        }
    }

    private static String summary(VectorDescription description) {
        String crs = description.crs() == null ? "no coordinate system named: give one below" : description.crs();
        return "Layer " + description.layer() + ", " + crs + ", " + description.fields().size() + " fields";
    }

    private static String typeName(AttributeType type) {
        return switch (type) {
            case INTEGER -> "whole number";
            case FLOAT -> "number";
            case STRING -> "text";
            case BOOLEAN -> "true or false";
        };
    }

    /** Reads a file, and passes the answer on where nothing else was asked meanwhile. */
    private final class Worker extends SwingWorker<Answer, Void> {

        private final Question question;

        Worker(Question question) {
            this.question = question;
        }

        @Override
        protected Answer doInBackground() {
            return read(question.file(), question.layer());
        }

        @Override
        protected void done() {
            if (!Objects.equals(question, latest)) {
                return;
            }
            waiting = false;
            try {
                listener.accept(get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                listener.accept(new Answer(null, String.valueOf(e.getCause()), true));
            }
        }
    }
}

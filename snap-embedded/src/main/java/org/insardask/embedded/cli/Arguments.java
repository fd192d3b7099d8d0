package org.insardask.embedded.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insardask.embedded.gpf.TileEngine;

/** The command line, taken apart: the words of SNAP's gpt. Immutable after parsing. */
final class Arguments {

    private static final String DEFAULT_TARGET = "target.dim";

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> namedSources = new LinkedHashMap<>();
    private final List<String> otherSources = new ArrayList<>();
    private final Map<String, String> systemProperties = new LinkedHashMap<>();
    private Action action = Action.RUN;
    private String subject;
    private String target;
    private String format;
    private String parameterFile;
    private boolean stackTraces;
    private boolean resume;
    private boolean statistics;
    private int threads = TileEngine.defaultThreads();
    private long cacheBytes = -1;

    /** What is asked for. */
    enum Action { RUN, HELP, VERSION, DIAGNOSTICS, INPUT_FORMATS, OUTPUT_FORMATS }

    private Arguments() {
    }

    static Arguments parse(String... args) {
        Arguments arguments = new Arguments();
        if (args.length == 0) {
            arguments.action = Action.HELP;
        }
        for (int i = 0; i < args.length; i++) {
            boolean takesNext = arguments.parse(args[i], i + 1 < args.length ? args[i + 1] : null);
            i += takesNext ? 1 : 0;
        }
        if (arguments.subject == null && arguments.action == Action.RUN) {
            throw new UsageException("Either an operator or a graph file must be given; see -h.");
        }
        return arguments;
    }

    /** Takes an argument; true where it took the next one as well. */
    private boolean parse(String arg, String next) {
        if (!arg.startsWith("-") || arg.length() < 2) {
            addWord(arg);
            return false;
        }
        switch (arg.substring(0, 2)) {
            case "-P" -> putPair(parameters, arg);
            case "-S" -> putPair(namedSources, arg);
            case "-D" -> putPair(systemProperties, arg);
            default -> {
                return parseOption(arg, next);
            }
        }
        return false;
    }

    private void addWord(String word) {
        if (subject == null) {
            subject = word;
        } else {
            otherSources.add(word);
        }
    }

    private static void putPair(Map<String, String> pairs, String arg) {
        int equals = arg.indexOf('=');
        if (equals < 0) {
            throw new UsageException("Missing '=' in '" + arg + "'.");
        }
        String name = arg.substring(2, equals).trim();
        if (name.isEmpty()) {
            throw new UsageException("Missing name in '" + arg + "'.");
        }
        pairs.put(name, arg.substring(equals + 1).trim());
    }

    private boolean parseOption(String option, String next) {
        switch (option) {
            case "-h", "--help" -> action = Action.HELP;
            case "--version" -> action = Action.VERSION;
            case "--diag" -> action = Action.DIAGNOSTICS;
            case "-iformat" -> action = Action.INPUT_FORMATS;
            case "-oformat" -> action = Action.OUTPUT_FORMATS;
            case "-e" -> stackTraces = true;
            case "--resume" -> resume = true;
            case "--stats" -> statistics = true;
            case "-x" -> {
                // Tiles that were written are always dropped from the cache.
            }
            case "--snap", "--embedded" -> throw new UsageException("Option " + option + " has to be the first word after insar-gpt.");
            case "-v", "-m" -> throw new UsageException("Option " + option + " (Velocity templates) works in SNAP's gpt only.");
            default -> {
                parseOptionWithValue(option, next);
                return true;
            }
        }
        return false;
    }

    private void parseOptionWithValue(String option, String value) {
        if (!List.of("-t", "-f", "-p", "-q", "-c").contains(option)) {
            throw new UsageException("Unknown option '" + option + "'; see -h.");
        }
        if (value == null) {
            throw new UsageException("Missing argument for option '" + option + "'.");
        }
        switch (option) {
            case "-t" -> target = value;
            case "-f" -> format = value;
            case "-p" -> parameterFile = value;
            case "-q" -> threads = parseThreads(value);
            default -> cacheBytes = parseBytes(value);
        }
    }

    private static int parseThreads(String value) {
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw new UsageException("Option -q needs a number of threads from 1 on, not '" + value + "'.");
        }
        return Integer.parseInt(value);
    }

    private static long parseBytes(String value) {
        String upper = value.toUpperCase(Locale.ENGLISH);
        if (!upper.matches("[0-9]{1,12}[KMG]?")) {
            throw new UsageException("Option -c needs a number of bytes such as 512M or 2G, not '" + value + "'.");
        }
        char unit = upper.charAt(upper.length() - 1);
        int shift = unit == 'K' ? 10 : unit == 'M' ? 20 : unit == 'G' ? 30 : 0;
        return Long.parseLong(shift == 0 ? upper : upper.substring(0, upper.length() - 1)) << shift;
    }

    /** Whether an argument asks for stack traces; also where the others cannot be understood. */
    static boolean wantStackTraces(String... args) {
        return List.of(args).contains("-e");
    }

    Action action() {
        return action;
    }

    /** The operator's alias or the path of the graph; null where there is none. */
    String subject() {
        return subject;
    }

    /** Whether the subject is a graph file: as in SNAP, what ends with .xml or has a slash in it. */
    boolean isGraph() {
        return subject.toLowerCase(Locale.ENGLISH).endsWith(".xml") || subject.contains("/") || subject.contains("\\");
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** The files of -S by id. */
    Map<String, String> namedSources() {
        return namedSources;
    }

    /** The files without an id. */
    List<String> otherSources() {
        return otherSources;
    }

    Map<String, String> systemProperties() {
        return systemProperties;
    }

    /** Whether there is a target of -t. */
    boolean hasTarget() {
        return target != null;
    }

    String target() {
        return target == null ? DEFAULT_TARGET : target;
    }

    /** The format of -f, or null. */
    String format() {
        return format;
    }

    /** The file of -p, or null. */
    Path parameterFile() {
        return parameterFile == null ? null : Path.of(parameterFile);
    }

    boolean stackTraces() {
        return stackTraces;
    }

    /** Whether to go on with what an interrupted run left. */
    boolean resume() {
        return resume;
    }

    /** Whether to say at the end what the run did. */
    boolean statistics() {
        return statistics;
    }

    int threads() {
        return threads;
    }

    long cacheBytes() {
        return cacheBytes < 0 ? TileEngine.defaultCacheBytes() : cacheBytes;
    }
}

package org.insardask.kit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Which class refers to which, as the JDK's jdeps sees it in the constant pools, and which of those are the JDK's. */
final class ClassReferences {

    private static final Pattern LINE = Pattern.compile("^\\s+(\\S+)\\s+-> (\\S+)\\s+(\\S.*)$");

    private final Map<String, Set<String>> references = new TreeMap<>();

    private ClassReferences() {
    }

    /** Reads the jars; references to the JDK are left out. */
    static ClassReferences of(List<Path> jars) {
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow(() -> new AssertionError("this JDK has no jdeps"));
        List<String> arguments = new ArrayList<>(List.of("--multi-release", "base", "-verbose:class", "-filter:none"));
        jars.forEach(jar -> arguments.add(jar.toString()));
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int status = jdeps.run(new PrintWriter(out), new PrintWriter(errors), arguments.toArray(String[]::new));
        if (status != 0) {
            throw new AssertionError("jdeps failed: " + errors + out);
        }
        ClassReferences result = new ClassReferences();
        out.toString().lines().forEach(result::add);
        return result;
    }

    private void add(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            Set<String> targets = references.computeIfAbsent(matcher.group(1), name -> new TreeSet<>());
            if (!isOfJdk(matcher.group(3))) {
                targets.add(matcher.group(2));
            }
        }
    }

    private static boolean isOfJdk(String where) {
        return where.startsWith("java.") || where.startsWith("jdk.") || where.startsWith("JDK internal API");
    }

    Set<String> from(String className) {
        return references.getOrDefault(className, Set.of());
    }

    /** The classes themselves and all that they lead to, as far as those are in the jars. */
    Set<String> reachable(List<String> classes) {
        Set<String> reached = new TreeSet<>(classes);
        List<String> open = new ArrayList<>(classes);
        while (!open.isEmpty()) {
            for (String target : from(open.remove(open.size() - 1))) {
                if (references.containsKey(target) && reached.add(target)) {
                    open.add(target);
                }
            }
        }
        return reached;
    }
}

package org.insardask.kit;

import java.util.Collection;
import java.util.List;

/** Packages as a module's manifest names them: {@code a.b.*} is the package, {@code a.b.**} also those below it. */
final class Packages {

    private final List<String> patterns;

    Packages(Collection<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    List<String> patterns() {
        return patterns;
    }

    boolean contain(String className) {
        String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        return patterns.stream().anyMatch(pattern -> matches(pattern, packageName));
    }

    private static boolean matches(String pattern, String packageName) {
        if (pattern.endsWith(".**")) {
            String root = pattern.substring(0, pattern.length() - 3);
            return packageName.equals(root) || packageName.startsWith(root + ".");
        }
        return pattern.equals(packageName + ".*");
    }
}

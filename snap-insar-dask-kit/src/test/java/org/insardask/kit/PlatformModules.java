package org.insardask.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The modules of SNAP and of its NetBeans platform: version and exported packages, from {@code module-packages.txt}. */
final class PlatformModules {

    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, List<String>> packages = new HashMap<>();

    private PlatformModules() {
    }

    static PlatformModules read() throws IOException {
        PlatformModules modules = new PlatformModules();
        InputStream in = Objects.requireNonNull(PlatformModules.class.getResourceAsStream("/module-packages.txt"), "module-packages.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> current = new ArrayList<>();
            for (String line : reader.lines().filter(text -> !text.isBlank() && !text.startsWith("#")).toList()) {
                if (line.startsWith(" ")) {
                    current.add(line.trim());
                } else {
                    current = modules.add(line);
                }
            }
        }
        return modules;
    }

    private List<String> add(String line) {
        String[] words = line.split(" ", -1);
        versions.put(words[0], words[1]);
        return packages.computeIfAbsent(words[0], name -> new ArrayList<>());
    }

    boolean know(String codeName) {
        return versions.containsKey(codeName);
    }

    String version(String codeName) {
        return versions.get(codeName);
    }

    Packages exportedBy(String codeName) {
        return new Packages(packages.getOrDefault(codeName, List.of()));
    }
}

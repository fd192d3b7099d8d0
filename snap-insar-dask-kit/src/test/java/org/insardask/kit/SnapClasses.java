package org.insardask.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes of SNAP that the ledgers of the embedded SNAP list: they are known to be there. */
final class SnapClasses {

    private static final List<String> LEDGERS = List.of("snap-embedded/src/test/resources/snap-api-14.txt",
            "snap-embedded-desktop/src/test/resources/snap-api-14-desktop.txt");
    private static final Pattern CLASS = Pattern.compile("^[a-z ]*(?:class|interface|enum) ([\\w.$]+)", Pattern.MULTILINE);

    private final Set<String> names = new TreeSet<>();

    private SnapClasses() {
    }

    static SnapClasses read() throws IOException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("insardask.root")));
        SnapClasses classes = new SnapClasses();
        for (String ledger : LEDGERS) {
            Matcher matcher = CLASS.matcher(Files.readString(root.resolve(ledger)));
            while (matcher.find()) {
                classes.names.add(matcher.group(1));
            }
        }
        return classes;
    }

    /** Whether a class is SNAP's by its name, and not one that is known. */
    boolean lack(String name) {
        return (name.startsWith("org.esa.snap.") || name.startsWith("com.bc.ceres.")) && !names.contains(name);
    }
}

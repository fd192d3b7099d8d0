package org.insardask.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The zip that the build has made, unpacked: the update centre with both modules. */
final class Kit {

    static final String CORE = "org.insardask.snap.insar.dask.core";
    static final String UI = "org.insardask.snap.insar.dask.ui";

    private final Path site;
    private final List<UnpackedModule> modules;

    private Kit(Path site, List<UnpackedModule> modules) {
        this.site = site;
        this.modules = modules;
    }

    /** The zip file; the build names it in the property {@code insardask.kit}. */
    static Path file() {
        return Path.of(Objects.requireNonNull(System.getProperty("insardask.kit"), "system property insardask.kit"));
    }

    static Kit unpack(Path folder) throws IOException {
        Path zip = file();
        Zips.unpack(zip, folder.resolve("kit"));
        String name = zip.getFileName().toString();
        Path site = folder.resolve("kit").resolve(name.substring(0, name.length() - ".zip".length()));
        List<UnpackedModule> modules = new ArrayList<>();
        for (Path nbm : nbms(site)) {
            modules.add(UnpackedModule.unpack(nbm, folder.resolve(nbm.getFileName().toString() + ".unpacked")));
        }
        return new Kit(site, List.copyOf(modules));
    }

    static List<Path> nbms(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".nbm")).sorted().toList();
        }
    }

    /** The folder of the update centre. */
    Path site() {
        return site;
    }

    List<UnpackedModule> modules() {
        return modules;
    }

    UnpackedModule module(String codeName) {
        return modules.stream().filter(module -> module.codeName().equals(codeName)).findFirst()
                .orElseThrow(() -> new AssertionError("the kit has no module " + codeName));
    }

    /** The version of the project as modules have it, without what stands behind a dash. */
    static String version() {
        String name = file().getFileName().toString();
        return name.replaceFirst(".*-kit-", "").replaceFirst("\\.zip$", "").replaceFirst("-.*", "");
    }
}

package org.insardask;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rules between packages. A package that is still empty keeps every rule.
 */
class ArchitectureTest {

    private static final String ROOT = "org.insardask.";
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** What mathematics may use of the JDK: no files, no clocks, no loggers, no threads. */
    private static final DescribedPredicate<JavaClass> PLAIN_JAVA =
            resideInAnyPackage("java.lang", "java.lang.annotation", "java.lang.invoke", "java.lang.runtime", "java.util",
                    "java.util.function", "java.util.stream")
            .and(not(belongToAnyOf(Thread.class, ThreadGroup.class, ThreadLocal.class, Runnable.class, Process.class, ProcessBuilder.class,
                    Runtime.class)))
            .as("plain java");

    private static JavaClasses core;

    @BeforeAll
    static void importCore() {
        core = new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    @Test
    void theCoreIsThere() {
        assertEquals(true, core.contain("org.insardask.slc.SlcReconstruction"), "no classes in target/classes");
    }

    @Test
    void ilsIsPureAndKnowsNothingOfOurs() {
        pure("ils");
    }

    @Test
    void arcIsPureAndKnowsIlsOnly() {
        pure("arc", "ils");
    }

    @Test
    void slcIsPureAndKnowsNothingOfOurs() {
        pure("slc");
    }

    @Test
    void orbitIsPureAndKnowsNothingOfOurs() {
        pure("orbit");
    }

    @Test
    void statisticsIsPureAndKnowsNothingOfOurs() {
        pure("statistics");
    }

    @Test
    void pointsArePureAndKnowArcAndIlsOnly() {
        pure("points", "arc", "ils");
    }

    @Test
    void zarrKnowsNothingOfOursAndNothingOfSnap() {
        DescribedPredicate<JavaClass> others = resideInAnyPackage(ROOT + "(**)", "org.esa.snap..", "com.bc.ceres..")
                .and(not(resideInAnyPackage(ROOT + "zarr..")));
        noClasses().that().resideInAPackage(ROOT + "zarr..").should().dependOnClassesThat(others).check(core);
    }

    @Test
    void groupingKnowsStatisticsOnly() {
        noClasses().that().resideInAPackage(ROOT + "grouping..").should().dependOnClassesThat(resideInAnyPackage(ROOT + "(**)")
                .and(not(resideInAnyPackage(ROOT + "grouping..", ROOT + "statistics..")))).allowEmptyShould(true).check(core);
    }

    @Test
    void polygonIsPureAndKnowsJtsOnly() {
        DescribedPredicate<JavaClass> allowed =
                PLAIN_JAVA.or(resideInAnyPackage(ROOT + "polygon..", "org.locationtech.jts.."));
        classes().that().resideInAPackage(ROOT + "polygon..").should().onlyDependOnClassesThat(allowed).allowEmptyShould(true).check(core);
    }

    @Test
    void kernelsDoNotKnowEachOther() {
        for (String one : List.of("ils", "slc", "polygon", "orbit")) {
            String[] others = Stream.of("ils", "slc", "polygon", "orbit").filter(other -> !other.equals(one)).map(o -> ROOT + o + "..")
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + one + "..").should().dependOnClassesThat().resideInAnyPackage(others)
                    .allowEmptyShould(true).check(core);
        }
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(core);
    }

    @Test
    void onlyOperatorsAndTilesSeeTheGraphFramework() {
        noClasses().that().resideOutsideOfPackages(ROOT + "op..", ROOT + "tile..").should().dependOnClassesThat()
                .resideInAPackage("org.esa.snap.core.gpf..").check(core);
    }

    @Test
    void tilesKnowNothingOfOurs() {
        noClasses().that().resideInAPackage(ROOT + "tile..").should().dependOnClassesThat(
                resideInAnyPackage(ROOT + "(**)").and(not(resideInAnyPackage(ROOT + "tile..")))).allowEmptyShould(true).check(core);
    }

    @Test
    void nothingKnowsTheOperators() {
        noClasses().that().resideOutsideOfPackage(ROOT + "op..").should().dependOnClassesThat().resideInAPackage(ROOT + "op..").check(core);
    }

    @Test
    void operatorsDoNotKnowTheEmbeddedEngine() {
        noClasses().should().dependOnClassesThat().resideInAPackage(ROOT + "embedded..").check(core);
    }

    @Test
    void nothingPrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(core);
    }

    /** Names are strings, which class files do not tell apart: look for literals that are band names, or parts of them. */
    @Test
    void onlyStackKnowsHowBandsAreCalled() throws IOException {
        Pattern name = Pattern.compile("\"(?:(?:[iq]|ifg|coh|h2ph|dis|amb|Intensity|Phase)_\\w*|_(?:ifg|mst|slv|ref|sec)_?|h2ph|mst|slv|"
                + "dis_\\w+|ddMMMyyyy)\"");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve(Path.of("org", "insardask", "stack"))))
                    .flatMap(file -> name.matcher(read(file)).results().map(match -> file.getFileName() + ": " + match.group()))
                    .toList();
            assertEquals(List.of(), found, "names of bands outside org.insardask.stack");
        }
    }

    private static void pure(String packageName, String... others) {
        String[] ours = Stream.concat(Stream.of(packageName), Stream.of(others)).map(name -> ROOT + name + "..").toArray(String[]::new);
        DescribedPredicate<JavaClass> allowed = PLAIN_JAVA.or(resideInAnyPackage(ours));
        classes().that().resideInAPackage(ROOT + packageName + "..").should().onlyDependOnClassesThat(allowed).allowEmptyShould(true)
                .check(core);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

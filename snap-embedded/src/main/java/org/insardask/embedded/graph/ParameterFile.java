package org.insardask.embedded.graph;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.esa.snap.core.gpf.OperatorException;

/**
 * The file of option {@code -p}: Java properties in UTF-8, or XML whose root element has one child per parameter. References such as
 * <code>${targetDir}</code> or <code>${system.user.home}</code> are replaced.
 */
public final class ParameterFile {

    private ParameterFile() {
    }

    /** The parameters by name; {@code variables} are those that the values may refer to. */
    public static Map<String, String> read(Path file, Map<String, String> variables) {
        Variables lenient = Variables.lenient(variables);
        if (file.toString().toLowerCase(Locale.ENGLISH).endsWith(".xml")) {
            return GraphFile.readParameters(XmlFile.read(file), file, lenient);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new OperatorException("No such file: '" + file + "'.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorException("Cannot read '" + file + "': " + e.getMessage(), e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            values.put(name, lenient.replace(properties.getProperty(name).trim()));
        }
        return values;
    }
}

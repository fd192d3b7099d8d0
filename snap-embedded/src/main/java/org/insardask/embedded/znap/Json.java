package org.insardask.embedded.znap;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.insardask.embedded.io.IoMessages;

/**
 * Reads and writes JSON files. What is written is ASCII, because SNAP reads these files in the character set of the platform.
 */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder(
            new JsonFactoryBuilder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build()).build();

    private static final int DEEPEST = 500;

    private Json() {
    }

    /** Reads a file; failures name it and the line. */
    static JsonNode read(Path path) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(path);
            refuseDeepNesting(path, bytes);
            JsonNode node = MAPPER.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw new IOException(path + ": empty, expected JSON");
            }
            return node;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IOException(path + ": not well-formed JSON, line " + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be read: " + IoMessages.reason(e, path), e);
        }
    }

    /** Whoever walks through a tree calls itself, so that an endless one would end in an overflow of the stack. */
    private static void refuseDeepNesting(Path path, byte[] bytes) throws IOException {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > DEEPEST) {
                    throw new IOException(path + ": not JSON that can be read: nested more than " + DEEPEST + " deep");
                }
            }
        }
    }

    /** Returns the bytes of maps, lists, arrays, nodes, numbers and texts. */
    static byte[] bytes(Object value) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        ObjectWriter writer = MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(indenter))
                .with(JsonWriteFeature.ESCAPE_NON_ASCII);
        return writer.writeValueAsBytes(value);
    }
}

package org.teamsavailability.simulator.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads data sets from YAML files; the module's README describes the form. */
public final class DataFile {
    private static final ObjectMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private DataFile() {}

    /**
     * Reads a file.
     *
     * @param clock what {@code now} in the file means
     * @throws BadData when it cannot be read, or its content is not as it must be
     */
    public static Dataset read(Path file, Clock clock) {
        try {
            return parse(file.toString(), Files.readString(file), clock);
        } catch (IOException e) {
            throw new BadData(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** The same of a text; {@code source} is its name in errors. */
    public static Dataset parse(String source, String yaml, Clock clock) {
        DataNode root = DataNode.root(source, tree(source, yaml)).only("tenants");
        var reader = new TenantReader(clock.instant());
        List<Tenant> tenants = root.objects("tenants").stream().map(reader::tenant).toList();
        try {
            return new Dataset(tenants);
        } catch (IllegalArgumentException e) {
            throw root.bad("tenants", "are not right: " + e.getMessage(), "each id once");
        }
    }

    private static JsonNode tree(String source, String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new BadData(
                    source
                            + ": is not YAML at line "
                            + at.getLineNr()
                            + ", column "
                            + at.getColumnNr()
                            + ", or has a field twice there");
        }
    }
}

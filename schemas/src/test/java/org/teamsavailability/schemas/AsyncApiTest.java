package org.teamsavailability.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** {@code docs/asyncapi.yaml} is what {@link Topics} and the schemas say. */
class AsyncApiTest {

    private static final Path FILE = Path.of("..", "docs", "asyncapi.yaml");
    private static final Path RELEASED = Path.of("src/main/resources/released");
    private static final String REWRITE = "rewrite.asyncapi";

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .build();

    @Test
    void theAsyncApiDocumentIsWhatTopicsAndSchemasSay() throws IOException {
        var right = YAML.writeValueAsString(AsyncApi.document(latestRelease()));
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(FILE, right);
        }

        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as(
                        "docs/asyncapi.yaml is generated; write it again with ./verify -pl schemas"
                                + " -Dtest=AsyncApiTest -D%s=true",
                        REWRITE)
                .isEqualTo(right);
    }

    private static String latestRelease() throws IOException {
        try (var releases = Files.list(RELEASED)) {
            return releases.map(release -> release.getFileName().toString())
                    .max(Comparator.comparing(Version::parse))
                    .orElseThrow();
        }
    }
}

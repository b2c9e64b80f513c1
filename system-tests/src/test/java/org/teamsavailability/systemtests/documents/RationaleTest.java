package org.teamsavailability.systemtests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

/** What docs/rationale.md says about Kafka names the version of the build: read it again then. */
class RationaleTest {

    private static final Pattern VERSION = Pattern.compile("Kafka (?:Streams )?(\\d+\\.\\d+)");

    @Test
    void namesTheKafkaVersionOfTheBuild() {
        var ofTheBuild = AppInfoParser.getVersion().replaceFirst("^(\\d+\\.\\d+).*", "$1");
        var named =
                VERSION.matcher(Documents.text("docs/rationale.md"))
                        .results()
                        .map(found -> found.group(1));

        assertThat(named).hasSizeGreaterThan(4).containsOnly(ofTheBuild);
    }
}

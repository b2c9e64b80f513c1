package org.teamsavailability.enricher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TopologyGoldenTest {

    @Test
    void namesOfNodesStoresAndTopicsStayAsTheyAre() throws IOException {
        try (var story = new TopologyStory();
                var golden = getClass().getResourceAsStream("/expected_topology.txt")) {
            assertThat(golden).isNotNull();
            assertThat(EnricherTopology.build(story.parts()).describe().toString().strip())
                    .as(
                            "Names of nodes and stores are data: in changelog topics, on disk, in"
                                    + " the group's assignment. A renamed store loses its pending"
                                    + " requests; a renamed or moved node breaks a rolling upgrade."
                                    + " Update the golden file only after reading CONTRIBUTING.md,"
                                    + " \"Changing the topology\".")
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}

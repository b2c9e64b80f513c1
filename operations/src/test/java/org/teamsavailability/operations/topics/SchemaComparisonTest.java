package org.teamsavailability.operations.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.serde.SchemaState;

class SchemaComparisonTest {

    @Test
    void saysWhatIsMissingAndHowToFixIt() {
        var differences =
                SchemaComparison.differences(
                        List.of(
                                new SchemaState("a-value", true, "FULL_TRANSITIVE"),
                                new SchemaState("b-value", false, null),
                                new SchemaState("c-value", true, "BACKWARD")));

        assertThat(differences.stream().flatMap(difference -> difference.lines().stream()))
                .containsExactly(
                        "b-value lacks the schema of this release",
                        "  to fix: run `topics create`",
                        "b-value has the compatibility of the registry, declared is"
                                + " FULL_TRANSITIVE",
                        "  to fix: run `topics create`",
                        "c-value has the compatibility BACKWARD, declared is FULL_TRANSITIVE",
                        "  to fix: run `topics create`");
    }
}

package org.teamsavailability.operations.topics;

import java.util.ArrayList;
import java.util.List;
import org.teamsavailability.schemas.serde.SchemaRegistration;
import org.teamsavailability.schemas.serde.SchemaState;

/** The schemas that a registry holds against those of this release. */
final class SchemaComparison {

    private static final String REMEDY = "run `topics create`";

    private SchemaComparison() {}

    static List<Difference> differences(List<SchemaState> states) {
        var differences = new ArrayList<Difference>();
        for (var state : states) {
            if (!state.registered()) {
                differences.add(
                        new Difference(
                                state.subject(), "lacks the schema of this release", REMEDY));
            }
            if (!SchemaRegistration.COMPATIBILITY.equals(state.compatibility())) {
                differences.add(
                        new Difference(
                                state.subject(),
                                "has the compatibility %s, declared is %s"
                                        .formatted(
                                                state.compatibility() == null
                                                        ? "of the registry"
                                                        : state.compatibility(),
                                                SchemaRegistration.COMPATIBILITY),
                                REMEDY));
            }
        }
        return differences;
    }
}

package org.teamsavailability.localstack.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.json.RecordWriter;
import tools.jackson.databind.JsonNode;

/**
 * A request that shows a rule.
 *
 * @param title the rule, in at most 60 characters
 * @param shows the rule, in a sentence
 * @param request what is asked
 * @param fault what goes wrong at Microsoft meanwhile; null for nothing
 * @param expect the part of the answer that the rule decides, as plain JSON
 */
public record Sample(
        String title,
        String shows,
        DispatchRequested request,
        @Nullable SampleFault fault,
        JsonNode expect) {

    /** Whether the answer is to come after its time, which is what the sample shows. */
    public boolean showsLateness() {
        return expect.path("late").asBoolean(false);
    }

    /** What is wrong with the answer, one line each; empty where it is as expected. */
    public List<String> mistakes(@Nullable CandidateAvailability answer) {
        if (answer == null) {
            return List.of("no answer came");
        }
        return PartialJson.differences(expect, RecordWriter.write(answer));
    }
}

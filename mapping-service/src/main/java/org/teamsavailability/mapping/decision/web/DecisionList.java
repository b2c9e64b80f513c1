package org.teamsavailability.mapping.decision.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.decision.Decision;
import org.teamsavailability.mapping.decision.DecisionPage;
import org.teamsavailability.mapping.web.Page;
import org.teamsavailability.schemas.json.RecordWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of decisions; each item is an answer as on its topic, with one more field. */
@Schema(name = "DecisionList")
record DecisionList(
        @ArraySchema(schema = @Schema(ref = "#/components/schemas/Decision")) List<JsonNode> items,
        @Nullable String nextCursor,
        @Nullable Instant searchedBackTo) {

    static DecisionList of(DecisionPage page, Page.Asked asked) {
        return new DecisionList(
                page.items().stream().map(DecisionList::item).toList(),
                asked.cursor(page.next()),
                page.searchedBackTo());
    }

    private static JsonNode item(Decision decision) {
        var requestedAt = decision.requestedAt();
        return ((ObjectNode) RecordWriter.write(decision.answer()))
                .put("requestedAt", requestedAt == null ? null : requestedAt.toString());
    }
}

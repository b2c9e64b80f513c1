package org.teamsavailability.mapping.fallback.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.fallback.FallbackCount;
import org.teamsavailability.mapping.fallback.FallbackPage;
import org.teamsavailability.mapping.web.Page;
import org.teamsavailability.schemas.json.RecordWriter;
import tools.jackson.databind.JsonNode;

/** A page of fallbacks; each item is a record as on its topic. */
@Schema(name = "FallbackList")
record FallbackList(
        @ArraySchema(schema = @Schema(ref = "#/components/schemas/FallbackReason"))
                List<JsonNode> items,
        List<Count> counts,
        Instant countedFrom,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Instant recoveredAt,
        @Nullable Double shareOfDispatches,
        @Nullable Instant shareCountedFrom,
        @Nullable String nextCursor) {

    /** How many of a reason occurred in an hour. */
    @Schema(name = "FallbackCount")
    record Count(Instant hour, String reason, long count) {

        static Count of(FallbackCount count) {
            return new Count(count.hour(), count.reason().name(), count.count());
        }
    }

    static FallbackList of(FallbackPage page, Page.Asked asked) {
        var summary = page.summary();
        var recovery = page.recovery();
        return new FallbackList(
                page.items().stream().map(RecordWriter::write).toList(),
                summary.counts().stream().map(Count::of).toList(),
                summary.countedFrom(),
                summary.firstSeen(),
                summary.lastSeen(),
                recovery.recoveredAt(),
                recovery.share(),
                recovery.shareFrom(),
                asked.cursor(page.next()));
    }
}

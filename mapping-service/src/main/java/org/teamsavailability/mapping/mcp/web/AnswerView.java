package org.teamsavailability.mapping.mcp.web;

import java.util.List;
import java.util.Map;
import org.teamsavailability.schemas.CandidateAvailability;
import org.teamsavailability.schemas.json.RecordWriter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as agents see it: the verdicts with their sentences. The keys for programs are left
 * out, and so are verdicts of more technicians than a tool shows.
 */
final class AnswerView {

    /** An answer to a request over Kafka may have more, up to 1,000. */
    static final int MOST_CANDIDATES = 200;

    private static final List<String> FIELDS =
            List.of(
                    "requestId",
                    "ticketId",
                    "decidedAt",
                    "source",
                    "late",
                    "nobodyAvailable",
                    "nextExpectedAt");

    /** By the name of their list. */
    private static final Map<String, List<String>> FIELDS_OF_ITEMS =
            Map.of(
                    "candidates",
                    List.of(
                            "technicianId",
                            "presence",
                            "rota",
                            "blocked",
                            "preference",
                            "explanation"),
                    "fallbacks",
                    List.of("reason", "signal", "message", "remedy"),
                    "instructions",
                    List.of("text", "outcome", "effect"));

    private AnswerView() {}

    /** A new object. */
    static ObjectNode of(CandidateAvailability answer) {
        var all = (ObjectNode) RecordWriter.write(answer);
        var view = all.deepCopy().retain(FIELDS);
        view.set("summary", all.get("runOutput"));
        FIELDS_OF_ITEMS.forEach((list, fields) -> addItems(view, all, list, fields));
        int more = answer.getCandidates().size() - MOST_CANDIDATES;
        return view.put("candidatesLeftOut", Math.max(0, more));
    }

    private static void addItems(
            ObjectNode view, ObjectNode all, String list, List<String> fields) {
        ArrayNode shown = view.putArray(list);
        for (var item : all.get(list)) {
            if (shown.size() < MOST_CANDIDATES) {
                shown.add(((ObjectNode) item).retain(fields));
            }
        }
    }
}

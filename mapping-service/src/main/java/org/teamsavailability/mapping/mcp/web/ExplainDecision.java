package org.teamsavailability.mapping.mcp.web;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.availability.RequestRules;
import org.teamsavailability.mapping.decision.Decision;
import org.teamsavailability.mapping.decision.DecisionPage;
import org.teamsavailability.mapping.decision.DecisionQuery;
import org.teamsavailability.mapping.decision.Decisions;
import org.teamsavailability.mapping.decision.Viewer;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Page;
import org.teamsavailability.mapping.web.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows what was decided for a ticket or a request in the last 24 hours. */
final class ExplainDecision implements AgentTool {

    private final Decisions decisions;
    private final ToolArguments arguments;

    ExplainDecision(Decisions decisions, ToolArguments arguments) {
        this.decisions = decisions;
        this.arguments = arguments;
    }

    /** What an agent sends. */
    private record Arguments(
            @Nullable String ticketId, @Nullable String requestId, @Nullable String cursor) {}

    @Override
    public String name() {
        return "explain_decision";
    }

    @Override
    public Scope scope() {
        return Scope.READ;
    }

    /** One decision a call; the cursor leads to the one before. */
    @Override
    public JsonNode call(Caller caller, JsonNode given) {
        var wanted = arguments.read(given, Arguments.class);
        check(wanted);
        var desk = caller.serviceDeskId();
        var asked = Page.Asked.of("mcp-decisions", desk, wanted.cursor(), 1);
        var query =
                new DecisionQuery(
                        wanted.ticketId(), null, wanted.requestId(), asked.afterOffset(), 1);
        var page = decisions.find(desk, viewer(caller), query);
        return view(page, asked.cursor(page.next()));
    }

    private static void check(Arguments wanted) {
        if ((wanted.ticketId() == null) == (wanted.requestId() == null)) {
            throw Problem.invalid(
                    FieldError.at("", "must have either ticketId or requestId. Send one of them"));
        }
        check("/ticketId", wanted.ticketId());
        check("/requestId", wanted.requestId());
    }

    private static void check(String at, @Nullable String id) {
        var wrong = id == null ? null : RequestRules.wrongInId(id);
        if (wrong != null) {
            throw Problem.invalid(FieldError.at(at, wrong));
        }
    }

    private static Viewer viewer(Caller caller) {
        return caller.scopes().contains(Scope.WRITE) ? Viewer.ADMINISTRATOR : Viewer.READER;
    }

    private static JsonNode view(DecisionPage page, @Nullable String nextCursor) {
        var view = JsonNodeFactory.instance.objectNode();
        view.set(
                "decision",
                page.items().isEmpty()
                        ? JsonNodeFactory.instance.nullNode()
                        : view(page.items().getFirst()));
        var searchedBackTo = page.searchedBackTo();
        return view.put("nextCursor", nextCursor)
                .put("searchedBackTo", searchedBackTo == null ? null : searchedBackTo.toString());
    }

    private static ObjectNode view(Decision decision) {
        var requestedAt = decision.requestedAt();
        return AnswerView.of(decision.answer())
                .put("requestedAt", requestedAt == null ? null : requestedAt.toString());
    }
}

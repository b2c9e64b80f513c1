package org.teamsavailability.mapping.mcp.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.availability.AvailabilityRequests;
import org.teamsavailability.mapping.availability.Reply;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody.CandidateBody;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody.SettingsBody;
import org.teamsavailability.mapping.availability.web.AvailabilityRequestBody.SlotBody;
import org.teamsavailability.mapping.availability.web.CheckedRequests;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks which technicians are available, as {@code POST /availability-requests} does. */
final class CheckAvailability implements AgentTool {

    /** Fewer than over HTTP, because an agent reads each verdict. */
    static final int MOST_CANDIDATES = AnswerView.MOST_CANDIDATES;

    private final AvailabilityRequests requests;
    private final ToolArguments arguments;
    private final Clock clock;

    CheckAvailability(AvailabilityRequests requests, ToolArguments arguments, Clock clock) {
        this.requests = requests;
        this.arguments = arguments;
        this.clock = clock;
    }

    /** What an agent sends; {@link CheckedRequests} says what is missing. */
    private record Arguments(
            @Nullable String requestId,
            String ticketId,
            @Nullable String ticketPriority,
            @Nullable String mode,
            @Nullable SlotBody slot,
            @Nullable List<@Nullable String> candidates,
            @Nullable List<@Nullable String> rotaTeamIds,
            @Nullable String customInstructions) {

        /** Leaves out what the request says. */
        @Override
        public String toString() {
            return "Arguments[]";
        }
    }

    @Override
    public String name() {
        return "check_availability";
    }

    @Override
    public Scope scope() {
        return Scope.ASK;
    }

    @Override
    public JsonNode call(Caller caller, JsonNode given) throws InterruptedException {
        var body = body(arguments.read(given, Arguments.class));
        var asked = CheckedRequests.of(body, caller.serviceDeskId(), clock.instant());
        return switch (requests.ask(asked, null)) {
            case Reply.Answered it -> AnswerView.of(it.answer()).put("state", "ANSWERED");
            case Reply.Open it ->
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("requestId", it.requestId())
                            .put("ticketId", asked.record().getTicketId())
                            .put("state", "OPEN");
        };
    }

    private static AvailabilityRequestBody body(Arguments given) {
        return new AvailabilityRequestBody(
                given.requestId(),
                given.ticketId(),
                given.ticketPriority(),
                null,
                null,
                Objects.requireNonNullElse(given.mode(), "AI"),
                null,
                null,
                given.slot(),
                null,
                candidates(given.candidates()),
                new SettingsBody(
                        true,
                        Objects.requireNonNullElse(given.rotaTeamIds(), List.of()),
                        given.customInstructions()));
    }

    private static List<@Nullable CandidateBody> candidates(
            @Nullable List<@Nullable String> given) {
        int size = given == null ? 0 : given.size();
        if (given == null || size == 0 || size > MOST_CANDIDATES) {
            throw Problem.invalid(
                    FieldError.at(
                            "/candidates",
                            String.format(
                                    Locale.ROOT,
                                    "has %,d items. Name 1 to %,d technician ids",
                                    size,
                                    MOST_CANDIDATES)));
        }
        return given.stream().<@Nullable CandidateBody>map(CheckAvailability::candidate).toList();
    }

    private static @Nullable CandidateBody candidate(@Nullable String technicianId) {
        return technicianId == null ? null : new CandidateBody(technicianId, null);
    }
}

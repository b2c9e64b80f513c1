package org.teamsavailability.operations.ask;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.commandline.TimeText;
import org.teamsavailability.operations.console.BadInput;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Slot;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import picocli.CommandLine.Option;

/** The arguments of {@code ask}, filled in by picocli, and the requests they stand for. */
final class AskArguments {

    private static final String IDS = "1 to 200 characters without '/' and control characters";

    @Option(names = "--desk", paramLabel = "DESK", description = "the service desk")
    private @Nullable String desk;

    @Option(
            names = "--candidates",
            paramLabel = "A,B,C",
            description = "the technicians to choose from, with commas between them")
    private @Nullable String candidates;

    @Option(
            names = "--in",
            paramLabel = "DURATION",
            description = "when the work starts, from now, as 3h; without it the work starts now")
    private @Nullable String in;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "how long the work takes, as 1h")
    private @Nullable String length;

    @Option(names = "--mode", paramLabel = "MODE", description = "ai, the default, or round-robin")
    private @Nullable String mode;

    @Option(
            names = "--priority",
            paramLabel = "TEXT",
            description = "the priority of the ticket, as P1")
    private @Nullable String priority;

    @Option(
            names = "--rota",
            paramLabel = "TEAM,TEAM",
            description =
                    "the teams whose Shifts are the rota: GUIDs, or names of the sample, with"
                            + " commas between them")
    private @Nullable String rota;

    @Option(
            names = "--instructions",
            paramLabel = "TEXT",
            description = "the custom instructions of the workflow")
    private @Nullable String instructions;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "one JSON object a line, with the fields of DispatchRequested")
    private @Nullable String file;

    /**
     * The requests to publish.
     *
     * @param now what {@code now} means, in arguments and in the file
     * @param newId gives a request without an id one
     * @throws BadInput if an argument or a line of the file is wrong
     */
    List<DispatchRequested> requests(RotaNames names, Instant now, Supplier<String> newId) {
        if (file == null) {
            return List.of(one(names, now, newId.get()));
        }
        if (isOneDescribed()) {
            throw new BadInput(
                    "--file", "cannot be combined with arguments of one request", "--json only");
        }
        return RequestFile.read(Path.of(file), RequestFile.requests(now, newId)).stream()
                .map(new RotaTeams(names)::resolve)
                .toList();
    }

    private boolean isOneDescribed() {
        return desk != null
                || candidates != null
                || in != null
                || length != null
                || mode != null
                || priority != null
                || rota != null
                || instructions != null;
    }

    private DispatchRequested one(RotaNames names, Instant now, String id) {
        var deskId = id("--desk", required("--desk", desk, IDS));
        return DispatchRequested.newBuilder()
                .setRequestId(id)
                .setServiceDeskId(deskId)
                .setTicketId(id)
                .setTicketPriority(filled("--priority", priority, "a text such as P1"))
                .setMode(mode())
                .setRequestedAt(now)
                .setProposedSlot(slot(now))
                .setCandidates(
                        list(
                                        "--candidates",
                                        required(
                                                "--candidates",
                                                candidates,
                                                "technicians with commas between them"))
                                .stream()
                                .map(technician ->
                                        Candidate.newBuilder()
                                                .setTechnicianId(id("--candidates", technician))
                                                .build())
                                .toList())
                .setTeamsAvailability(
                        TeamsAvailabilitySettings.newBuilder()
                                .setEnabled(true)
                                .setRotaTeamIds(RotaArgument.teamIds(rota, names.of(deskId)))
                                .setCustomInstructions(instructions)
                                .build())
                .build();
    }

    private DispatchMode mode() {
        return switch (mode == null ? "ai" : mode.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "ai" -> DispatchMode.AI;
            case "round-robin" -> DispatchMode.ROUND_ROBIN;
            default -> throw new BadInput("--mode", "is '" + mode + "'", "ai, round-robin");
        };
    }

    private @Nullable Slot slot(Instant now) {
        if (in == null && length == null) {
            return null;
        }
        var start = in == null ? now : now.plus(duration("--in", in));
        var end = length == null ? null : start.plus(duration("--for", length));
        if (start.equals(end)) {
            throw new BadInput("--for", "is '" + length + "'", "more than nothing");
        }
        return Slot.newBuilder().setStart(start).setEnd(end).build();
    }

    private static Duration duration(String argument, String text) {
        var duration = TimeText.duration(text);
        if (duration == null) {
            throw new BadInput(argument, "is '" + text + "'", TimeText.DURATION_FORM);
        }
        return duration;
    }

    private static String id(String argument, String text) {
        if (text.isEmpty()
                || text.length() > 200
                || text.chars().anyMatch(c -> c == '/' || Character.isISOControl(c))) {
            throw new BadInput(argument, "holds '" + text + "'", IDS);
        }
        return text;
    }

    static List<String> list(String argument, String text) {
        var items = List.of(text.split(",", -1)).stream().map(String::strip).toList();
        if (items.contains("")) {
            throw new BadInput(argument, "is '" + text + "'", "names with commas between them");
        }
        return items;
    }

    private static @Nullable String filled(String argument, @Nullable String text, String allowed) {
        if (text != null && text.isBlank()) {
            throw new BadInput(argument, "is empty", allowed);
        }
        return text;
    }

    private static String required(String argument, @Nullable String text, String allowed) {
        if (text == null) {
            throw new BadInput(argument, "is missing", allowed + ", or --file FILE");
        }
        return text;
    }
}

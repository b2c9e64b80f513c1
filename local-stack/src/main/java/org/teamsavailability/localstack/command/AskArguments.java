package org.teamsavailability.localstack.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.localstack.json.BadInput;
import org.teamsavailability.localstack.json.RecordReader;
import org.teamsavailability.localstack.json.Requests;
import org.teamsavailability.localstack.sample.RotaTeams;
import org.teamsavailability.localstack.sample.SampleDesks;
import org.teamsavailability.schemas.Candidate;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Slot;
import org.teamsavailability.schemas.TeamsAvailabilitySettings;
import org.teamsavailability.simulator.dataset.TimeText;
import picocli.CommandLine.Option;

/** The arguments of {@code ask}, filled in by picocli, and the requests they stand for. */
final class AskArguments {

    private static final String IDS = "1 to 200 characters without '/' and control characters";

    @Option(names = "--desk")
    private @Nullable String desk;

    @Option(names = "--candidates")
    private @Nullable String candidates;

    @Option(names = "--in")
    private @Nullable String in;

    @Option(names = "--for")
    private @Nullable String length;

    @Option(names = "--mode")
    private @Nullable String mode;

    @Option(names = "--priority")
    private @Nullable String priority;

    @Option(names = "--rota")
    private @Nullable String rota;

    @Option(names = "--instructions")
    private @Nullable String instructions;

    @Option(names = "--file")
    private @Nullable String file;

    /**
     * The requests to publish.
     *
     * @param now what {@code now} means, in arguments and in the file
     * @param newId gives a request without an id one
     * @throws BadInput if an argument or a line of the file is wrong
     */
    List<DispatchRequested> requests(SampleDesks desks, Instant now, Supplier<String> newId) {
        if (file == null) {
            return List.of(one(desks, now, newId.get()));
        }
        if (isOneDescribed()) {
            throw new BadInput("--file", "stands beside arguments of one request", "--json only");
        }
        return new Requests(new RecordReader(now), newId)
                .file(Path.of(file)).stream().map(new RotaTeams(desks)::resolve).toList();
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

    private DispatchRequested one(SampleDesks desks, Instant now, String id) {
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
                                .setRotaTeamIds(RotaArgument.teamIds(rota, desks.teams(deskId)))
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

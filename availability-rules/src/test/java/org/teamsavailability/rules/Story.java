package org.teamsavailability.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.rules.instruction.Instructions;

/** One dispatch, told in the words of the domain: it is 9:00 UTC, and every candidate is mapped. */
final class Story {

    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final Instant NOW = at("09:00");

    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Set<String> mapped = new HashSet<>();
    private final List<String> rotaTeams = new ArrayList<>();
    private final Map<String, PresenceEvidence> presence = new HashMap<>();
    private final Map<String, RotaEvidence> rota = new HashMap<>();
    private final Map<String, List<Shift>> shifts = new HashMap<>();
    private final Map<String, List<TimeOff>> timeOff = new HashMap<>();
    private final Map<String, Set<String>> unusableShifts = new HashMap<>();
    private final Map<String, Set<String>> unusableTimeOff = new HashMap<>();
    private final Map<String, ReadFailure> missingTimeOff = new HashMap<>();
    private DispatchMode mode = DispatchMode.AI;
    private @Nullable Slot slot;
    private @Nullable Slot window;
    private boolean enabled = true;
    private @Nullable String priority = "P3";
    private @Nullable String instructions;
    private DeskConnection connection = new DeskConnection(Connection.GRANTED, true);
    private Instant readAt = NOW;

    static Story of(String... technicians) {
        Story story = new Story();
        for (String technician : technicians) {
            story.candidates.put(technician, new Candidate(technician, null));
            story.mapped.add(technician);
        }
        return story;
    }

    /** An instant of today, such as {@code 10:00}, or any, in ISO form. */
    static Instant at(String time) {
        return time.contains("T")
                ? Instant.parse(time)
                : TODAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    /** Such as {@code 10:00/11:00}, or {@code 10:00} for one without an end. */
    static Slot slot(String times) {
        int slash = times.indexOf('/');
        return slash < 0
                ? new Slot(at(times), null)
                : new Slot(at(times.substring(0, slash)), at(times.substring(slash + 1)));
    }

    Story mode(DispatchMode value) {
        mode = value;
        return this;
    }

    Story proposed(String times) {
        slot = slot(times);
        return this;
    }

    Story proposed(String technician, String times) {
        candidates.put(technician, new Candidate(technician, slot(times)));
        return this;
    }

    Story planningWindow(String times) {
        window = slot(times);
        return this;
    }

    Story rotaTeams(String... teams) {
        rotaTeams.addAll(List.of(teams));
        return this;
    }

    Story instructed(String text) {
        instructions = text;
        return this;
    }

    Story priority(@Nullable String value) {
        priority = value;
        return this;
    }

    Story switchedOff() {
        enabled = false;
        return this;
    }

    Story connected(Connection state) {
        connection = new DeskConnection(state, connection.shiftsInCloud());
        return this;
    }

    Story inCloudWithoutShifts() {
        connection = new DeskConnection(connection.state(), false);
        return this;
    }

    Story unmapped(String technician) {
        mapped.remove(technician);
        return this;
    }

    /** From here on, what is read was read this long ago. */
    Story readAgo(Duration ago) {
        readAt = NOW.minus(ago);
        return this;
    }

    Story seen(String technician, String availability) {
        return seen(technician, availability, availability);
    }

    Story seen(String technician, String availability, @Nullable String activity) {
        presence.put(technician, new PresenceEvidence.Seen(availability, activity, false, readAt));
        return this;
    }

    Story outOfOffice(String technician, String availability) {
        presence.put(
                technician, new PresenceEvidence.Seen(availability, availability, true, readAt));
        return this;
    }

    Story onBreak(String technician) {
        return seen(technician, "Away");
    }

    Story working(String technician) {
        return seen(technician, "Available");
    }

    Story presenceFails(String technician, ReadFailure failure) {
        presence.put(technician, new PresenceEvidence.Unread(failure));
        return this;
    }

    Story rotaIsRead(String team) {
        rota.put(
                team,
                new RotaEvidence.Read(
                        shifts.getOrDefault(team, List.of()),
                        timeOff.getOrDefault(team, List.of()),
                        unusableShifts.getOrDefault(team, Set.of()),
                        unusableTimeOff.getOrDefault(team, Set.of()),
                        missingTimeOff.get(team),
                        readAt));
        return this;
    }

    /** Time off that is long or far away could not be read. */
    Story missingTimeOff(String team, ReadFailure failure) {
        missingTimeOff.put(team, failure);
        return rotaIsRead(team);
    }

    Story unusableShift(String team, String technician) {
        unusableShifts.computeIfAbsent(team, _ -> new HashSet<>()).add(technician);
        return rotaIsRead(team);
    }

    Story unusableTimeOff(String team, String technician) {
        unusableTimeOff.computeIfAbsent(team, _ -> new HashSet<>()).add(technician);
        return rotaIsRead(team);
    }

    Story shift(String team, String technician, String times) {
        Slot span = slot(times);
        Instant end = span.end() == null ? span.start() : span.end();
        shifts.computeIfAbsent(team, _ -> new ArrayList<>())
                .add(new Shift(technician, span.start(), end));
        return rotaIsRead(team);
    }

    Story timeOff(String team, String technician, String times) {
        Slot span = slot(times);
        Instant end = span.end() == null ? span.start() : span.end();
        timeOff.computeIfAbsent(team, _ -> new ArrayList<>())
                .add(new TimeOff(technician, span.start(), end));
        return rotaIsRead(team);
    }

    Story rotaFails(String team, ReadFailure failure) {
        rota.put(team, new RotaEvidence.Unread(failure));
        return this;
    }

    DispatchQuestion question() {
        return new DispatchQuestion(
                mode,
                slot,
                window,
                List.copyOf(candidates.values()),
                enabled,
                rotaTeams,
                Instructions.read(instructions, priority));
    }

    Plan plan(@Nullable Problem invalid, boolean expired) {
        DispatchQuestion question = question();
        Problem problem = invalid != null ? invalid : RequestValidation.problemOf(question);
        return decision().plan(question, problem, expired, connection, mapped, NOW);
    }

    Answer answer() {
        return answer(plan(null, false));
    }

    Answer answer(Plan plan) {
        return decision().decide(question(), plan, new TeamsEvidence(presence, rota), NOW);
    }

    /** The verdict on the first candidate. */
    Verdict verdict() {
        return answer().verdicts().getFirst();
    }

    private static Decision decision() {
        return new Decision(Duration.ofHours(2), () -> {});
    }
}

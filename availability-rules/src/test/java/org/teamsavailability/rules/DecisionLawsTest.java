package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.teamsavailability.rules.instruction.Instructions;

/** What holds for every request and whatever Teams says. */
class DecisionLawsTest {

    private static final String CANARY = "Canary1";
    private static final Instant NOW = Story.NOW;
    private static final List<String> PEOPLE = List.of("anna", "ben", "cara", "dan");
    private static final List<String> TEAMS = List.of("T1", "T2", "T3");
    private static final List<Reason> OBSTACLES =
            List.of(
                    Reason.CONSENT_REVOKED,
                    Reason.PERMISSION_MISSING,
                    Reason.TEAMS_UNREACHABLE,
                    Reason.TEAMS_THROTTLED,
                    Reason.TEAMS_TIMEOUT,
                    Reason.ROTA_NOT_PROVISIONED);

    private final Decision decision = new Decision(Duration.ofHours(2), () -> {});

    /** All that an answer depends on. */
    record World(
            DispatchQuestion question,
            DeskConnection connection,
            Set<String> mapped,
            TeamsEvidence evidence) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyCandidateHasExactlyOneVerdictInTheOrderAsked(@ForAll("worlds") World world) {
        assertThat(answer(world).verdicts())
                .extracting(Verdict::technicianId)
                .isEqualTo(
                        world.question().candidates().stream()
                                .map(Candidate::technicianId)
                                .toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void missingDataNeverBlocksAndNeverLowers(@ForAll("worlds") World world) {
        assertThat(answer(world).verdicts())
                .allSatisfy(verdict -> {
                    assertThat(verdict.blocked())
                            .isIn(false, verdict.presence() == PresenceVerdict.ON_BREAK);
                    if (Set.of(
                                    RotaVerdict.NO_SIGNAL,
                                    RotaVerdict.UNMAPPED,
                                    RotaVerdict.NOT_CONSULTED)
                            .contains(verdict.rota())) {
                        assertThat(verdict.preference()).isEqualTo(Preference.NEUTRAL);
                    }
                });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void psaOnlyMeansThatNobodyIsBlockedOrRanked(@ForAll("worlds") World world) {
        Answer answer = answer(world);
        if (answer.source() == AvailabilitySource.PSA_ONLY) {
            assertThat(answer.fallbacks()).isNotEmpty();
            assertThat(answer.nobodyAvailable()).isFalse();
            assertThat(answer.verdicts())
                    .allSatisfy(verdict -> {
                        assertThat(verdict.blocked()).isFalse();
                        assertThat(verdict.preference()).isEqualTo(Preference.NEUTRAL);
                    });
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theSourceSaysWhetherThereAreFallbacks(@ForAll("worlds") World world) {
        Answer answer = answer(world);

        assertThat(answer.fallbacks().isEmpty())
                .isEqualTo(answer.source() == AvailabilitySource.TEAMS);
        assertThat(answer.fallbacks()).extracting(Fallback::reason).doesNotHaveDuplicates();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anUnreadTeamMoreNeverLeadsToOffRota(@ForAll("worlds") World world) {
        DispatchQuestion asked = world.question();
        DispatchQuestion more =
                new DispatchQuestion(
                        asked.mode(),
                        asked.proposedSlot(),
                        asked.planningWindow(),
                        asked.candidates(),
                        asked.enabled(),
                        List.of("T1", "T2", "T3", "nobody reads this one"),
                        asked.instructions());

        assertThat(
                        answer(
                                        new World(
                                                more,
                                                world.connection(),
                                                world.mapped(),
                                                world.evidence()))
                                .verdicts())
                .extracting(Verdict::rota)
                .doesNotContain(RotaVerdict.OFF_ROTA);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noPresenceValueLeavesWithTheAnswer(@ForAll("worlds") World world) {
        assertThat(world.evidence().toString()).doesNotContain(CANARY);
        assertThat(answer(world).toString())
                .doesNotContainIgnoringCase(CANARY)
                .doesNotContainIgnoringCase("offline")
                .doesNotContainIgnoringCase("donotdisturb");
    }

    private Answer answer(World world) {
        Plan plan =
                decision.plan(
                        world.question(),
                        RequestValidation.problemOf(world.question()),
                        false,
                        world.connection(),
                        world.mapped(),
                        NOW);
        return decision.decide(
                world.question(), plan, world.evidence(), NOW.plus(Duration.ofSeconds(1)));
    }

    @Provide
    Arbitrary<World> worlds() {
        return Combinators.combine(questions(), connections(), people(), evidence()).as(World::new);
    }

    private static Arbitrary<DispatchQuestion> questions() {
        Arbitrary<Candidate> candidates =
                Combinators.combine(Arbitraries.of(PEOPLE), slots().injectNull(0.7))
                        .as(Candidate::new);
        return Combinators.combine(
                        Arbitraries.of(DispatchMode.class),
                        slots().injectNull(0.3),
                        slots().injectNull(0.5),
                        candidates.list().ofMaxSize(4).uniqueElements(Candidate::technicianId),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(true)),
                                Tuple.of(1, Arbitraries.just(false))),
                        Arbitraries.of(TEAMS).list().ofMaxSize(3),
                        Arbitraries.strings().ofMaxLength(40).injectNull(0.5))
                .as((mode, slot, window, people, enabled, teams, text) ->
                        new DispatchQuestion(
                                mode,
                                slot,
                                window,
                                people,
                                enabled,
                                teams,
                                Instructions.read(text, "P1")));
    }

    private static Arbitrary<Slot> slots() {
        // one in twenty is not valid
        Arbitrary<Integer> minutes = Arbitraries.integers().between(-150, 3_000);
        return Combinators.combine(instants(), minutes.injectNull(0.3))
                .as((start, m) -> new Slot(start, m == null ? null : start.plusSeconds(60L * m)));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(-4_000, 4_000).map(m -> NOW.plusSeconds(60L * m));
    }

    private static Arbitrary<DeskConnection> connections() {
        Arbitrary<Connection> granted = Arbitraries.just(Connection.GRANTED);
        return Combinators.combine(
                        Arbitraries.oneOf(granted, granted, Arbitraries.of(Connection.class)),
                        Arbitraries.of(true, true, true, false))
                .as(DeskConnection::new);
    }

    private static Arbitrary<Set<String>> people() {
        return Arbitraries.of(PEOPLE).set().ofMaxSize(4);
    }

    private static Arbitrary<TeamsEvidence> evidence() {
        Arbitrary<Map<String, PresenceEvidence>> presence =
                Arbitraries.maps(Arbitraries.of(PEOPLE), presences()).ofMaxSize(4);
        Arbitrary<Map<String, RotaEvidence>> rota =
                Arbitraries.maps(Arbitraries.of(TEAMS), rotas()).ofMaxSize(3);
        return Combinators.combine(presence, rota).as(TeamsEvidence::new);
    }

    private static Arbitrary<PresenceEvidence> presences() {
        Arbitrary<String> words =
                Arbitraries.of(
                        Arrays.asList("Available", "away", "Offline", "DoNotDisturb", CANARY));
        Arbitrary<PresenceEvidence> seen =
                Combinators.combine(words.injectNull(0.1), words.injectNull(0.1), instants())
                        .as((a, b, at) -> new PresenceEvidence.Seen(a, b, false, at));
        return Arbitraries.oneOf(seen, seen, obstacles().map(PresenceEvidence.Unread::new));
    }

    private static Arbitrary<RotaEvidence> rotas() {
        Arbitrary<Shift> shifts =
                Combinators.combine(Arbitraries.of(PEOPLE), instants(), instants()).as(Shift::new);
        Arbitrary<TimeOff> timeOff =
                Combinators.combine(Arbitraries.of(PEOPLE), instants(), instants())
                        .as(TimeOff::new);
        Arbitrary<RotaEvidence> read =
                Combinators.combine(
                                shifts.list().ofMaxSize(5),
                                timeOff.list().ofMaxSize(1),
                                Arbitraries.of(PEOPLE).set().ofMaxSize(1),
                                Arbitraries.of(PEOPLE).set().ofMaxSize(1),
                                obstacles().injectNull(0.7),
                                instants())
                        .as(RotaEvidence.Read::new);
        return Arbitraries.oneOf(read, read, obstacles().map(RotaEvidence.Unread::new));
    }

    private static Arbitrary<ReadFailure> obstacles() {
        return Combinators.combine(
                        Arbitraries.of(OBSTACLES),
                        Arbitraries.of("Presence.Read.All").injectNull(0.5),
                        Arbitraries.of(403, 500).injectNull(0.5),
                        Arbitraries.of(true, false))
                .as((reason, permission, status, own) ->
                        new ReadFailure(reason, permission, status, null, own));
    }
}

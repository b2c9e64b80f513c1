package org.teamsavailability.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.rules.instruction.Policy;

class PresenceRuleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Policy POLICY = Policy.byDefault(Duration.ofHours(2));

    private final AtomicInteger unknownValues = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "Available, Available, WORKING",
        "available, available, WORKING",
        "AvailableIdle, Inactive, WORKING",
        "Busy, InACall, WORKING",
        "BusyIdle, Busy, WORKING",
        "DoNotDisturb, Presenting, WORKING",
        "doNotDisturb, presenting, WORKING",
        "BeRightBack, BeRightBack, WORKING",
        "Focusing, Focusing, WORKING",
        "InACall, InACall, WORKING",
        "inAMeeting, inAMeeting, WORKING",
        "Presenting, Presenting, WORKING",
        "Away, Away, ON_BREAK",
        "away, InACall, ON_BREAK",
        "Offline, OffWork, ON_BREAK",
        "OFFLINE, OFFLINE, ON_BREAK",
        "Busy, OutOfOffice, ON_BREAK",
        "Available, outOfOffice, ON_BREAK",
        "PresenceUnknown, OutOfOffice, ON_BREAK",
        "PresenceUnknown, PresenceUnknown, NO_SIGNAL",
        "presenceUnknown, presenceUnknown, NO_SIGNAL",
        ", , NO_SIGNAL",
        "InTheMetaverse, Available, NO_SIGNAL",
    })
    void followsTheTable(
            @Nullable String availability, @Nullable String activity, PresenceVerdict verdict) {
        assertThat(rule(POLICY).verdict(seen(availability, activity, false))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Available", "Busy", "PresenceUnknown", "InTheMetaverse"})
    void outOfOfficeIsABreakWhateverTheAvailability(String availability) {
        assertThat(rule(POLICY).verdict(seen(availability, availability, true)))
                .isEqualTo(PresenceVerdict.ON_BREAK);
    }

    @Test
    void countsOnlyValuesThatAreNotInTheTable() {
        for (String value : new String[] {"InTheMetaverse", "", "PresenceUnknown", "Away"}) {
            rule(POLICY).verdict(seen(value, "Dreaming", false));
        }
        rule(POLICY).verdict(seen(null, null, false));

        assertThat(unknownValues).hasValue(2);
    }

    @Test
    void presenceThatCouldNotBeReadIsNoSignal() {
        assertThat(
                        rule(POLICY)
                                .verdict(
                                        new PresenceEvidence.Unread(
                                                ReadFailure.of(Reason.TEAMS_TIMEOUT))))
                .isEqualTo(PresenceVerdict.NO_SIGNAL);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00Z, true",
        "2026-03-02T11:00:00Z, true",
        "2026-03-02T11:00:00.001Z, false",
        "2026-03-02T12:00:00Z, false",
        "2026-03-02T08:59:59Z, true",
        "2025-03-02T09:00:00Z, true",
    })
    void aBreakBlocksWorkThatStartsWithinTwoHours(Instant start, boolean blocks) {
        Span slot = new Span(start, start);

        assertThat(rule(POLICY).blocks(PresenceVerdict.ON_BREAK, slot, NOW)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORKING", "NO_SIGNAL", "UNMAPPED", "NOT_CONSULTED"})
    void nothingButABreakBlocks(PresenceVerdict verdict) {
        assertThat(rule(POLICY).blocks(verdict, new Span(NOW, NOW), NOW)).isFalse();
    }

    @Test
    void theImminentWindowIsThePolicys() {
        PresenceRule rule = rule(Policy.byDefault(Duration.ofMinutes(30)));
        Instant soon = NOW.plus(Duration.ofMinutes(30));

        assertThat(rule.blocks(PresenceVerdict.ON_BREAK, new Span(soon, soon), NOW)).isTrue();
        assertThat(
                        rule.blocks(
                                PresenceVerdict.ON_BREAK,
                                new Span(soon.plusMillis(1), soon.plusMillis(1)),
                                NOW))
                .isFalse();
    }

    private PresenceRule rule(Policy policy) {
        return new PresenceRule(policy, unknownValues::incrementAndGet);
    }

    private static PresenceEvidence seen(
            @Nullable String availability, @Nullable String activity, boolean outOfOffice) {
        return new PresenceEvidence.Seen(availability, activity, outOfOffice, NOW);
    }
}

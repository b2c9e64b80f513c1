package org.teamsavailability.rules.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.rules.instruction.ScopedPriority.Match;

/** For which tickets a sentence is, and whether a ticket is one of them. */
class TicketScopeTest {

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p1 | 1",
                "p-1 | 1",
                "p 01 | 1",
                "sev2 | 2",
                "sev-2 | 2",
                "severity 2 | 2",
                "prio 3 | 3",
                "priority 1 | 1",
                "priority p1 | 1",
                "p1 and p2 | 1 2",
                "p1, p2 or sev 3 | 1 2 3",
                "p1,p2, and p3 | 1 2 3",
                "p1/p2&p3 | 1 2 3",
                "priority 1 and 2 | 1 2",
                "prio 1, 2, or 3 | 1 2 3",
                "high | high",
                "priority high | high",
                "high priority | high",
                "very high priority | veryhigh",
                "critical/urgent | critical urgent",
                "p1 or high priority | 1 high",
                "“vip gold” | vipgold",
                "priority “vip gold” | vipgold",
                "“a, b and c” or p2 | abandc 2",
            })
    void readsPriorities(String list, String expected) {
        TicketScope scope =
                Objects.requireNonNull(
                        TicketScope.read(NormalizedText.of("for " + list + " tickets")), list);

        assertThat(scope.anyOf())
                .extracting(it ->
                        switch (it) {
                            case ScopedPriority.Numbered(var digits) -> digits;
                            case ScopedPriority.CommonName(var name) -> name;
                            case ScopedPriority.QuotedName(var name, _) -> name;
                        })
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest(name = "for {0}, ticket {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "null",
            value = {
                "P1 | P1 | HOLDS",
                "P1 | p1 | HOLDS",
                "P1 | 1 | HOLDS",
                "P1 | P01 | HOLDS",
                "P1 | #1 | HOLDS",
                "P1 | Priority 1 | HOLDS",
                "P1 | Priority: 1 | HOLDS",
                "P1 | PRIORITY_1 | HOLDS",
                "P1 | Sev-1 | HOLDS",
                "P1 | Priority 1 - Emergency Response | HOLDS",
                "P1 | 1 - Critical | HOLDS",
                "P1 | 1) Critical | HOLDS",
                "P1 | P1 Critical | HOLDS",
                "P1 | (P1) Critical | HOLDS",
                "P1 | P2 | UNMET",
                "P1 | P11 | UNMET",
                "P1 | 2 - High | UNMET",
                "P1 | null | UNMET",
                "P1 | ~~ | UNMET",
                "P1 | High | UNDECIDED",
                "P1 | P1a | UNDECIDED",
                "P1 | P1.5 | UNDECIDED",
                "P1 | P1-3 | UNDECIDED",
                "P1 | 1-3 | UNDECIDED",
                "P4 | 4 Hour Response | UNDECIDED",
                "P24 | 24x7 | UNDECIDED",
                "P1 | Tier P1 | UNDECIDED",
                "P1 | - | UNDECIDED",
                "high | High | HOLDS",
                "high | HIGH Priority | HOLDS",
                "high | 2 - High | HOLDS",
                "critical | P1 (Critical) | HOLDS",
                "high | Critical | UNMET",
                "critical | low | UNMET",
                "critical | Urgent | UNDECIDED",
                "critical | P1 | UNDECIDED",
                "critical | 2 - High | UNDECIDED",
                "critical | Gold | UNDECIDED",
                "critical | - | UNDECIDED",
                "“VIP Gold” | vip-gold | HOLDS",
                "“VIP Gold” | Silver | UNMET",
                "“VIP” | VIP Gold | UNDECIDED",
                "“VIP Gold” | VIP | UNDECIDED",
                "“VIP” | P1 | UNDECIDED",
                "“High” | Low | UNMET",
                "“P1” | Priority 1 - Emergency Response | UNDECIDED",
                "“P1” | P1 | HOLDS",
                "“P1” | P2 | UNMET",
                "“P1” | Critical | UNDECIDED",
                "“Emergency Response” | Priority 1 - Emergency Response | HOLDS",
                "“Priority 1 - Emergency Response” | priority 1: Emergency response | HOLDS",
                "P1 or P2 | P2 | HOLDS",
                "P1 or high | High | HOLDS",
                "P1 or low | High | UNDECIDED",
                "P1 or low | P2 | UNDECIDED",
                "high or low | Medium | UNMET",
            })
    void comparesThemWithATicketsPriority(String list, @Nullable String ticket, Match match) {
        TicketScope scope =
                Objects.requireNonNull(
                        TicketScope.read(NormalizedText.of("for " + list + " tickets")), list);

        assertThat(scope.match(TicketPriority.of(ticket))).isEqualTo(match);
    }
}

package org.teamsavailability.enricher.teams.batching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teamsavailability.enricher.teams.Urgency;

/** An inquiry that comes to a desk, with a claim for each line that is not answered yet. */
final class Visit<K, R> {

    /** The earliest deadline first, and of equals who came first. */
    static final Comparator<Visit<?, ?>> BY_DEADLINE =
            Comparator.<Visit<?, ?>, Instant>comparing(Visit::deadline)
                    .thenComparingLong(visit -> visit.order);

    private final OpenInquiry<?, ?> inquiry;
    private final Urgency urgency;
    private final List<Claim<K, R>> claims = new ArrayList<>();
    private long order;

    Visit(OpenInquiry<?, ?> inquiry, Urgency urgency) {
        this.inquiry = inquiry;
        this.urgency = urgency;
    }

    boolean isPrompt() {
        return urgency == Urgency.PROMPT;
    }

    void add(Claim<K, R> claim) {
        claims.add(claim);
    }

    void arrives(long asNumber) {
        order = asNumber;
    }

    List<Claim<K, R>> claims() {
        return claims;
    }

    OpenInquiry<?, ?> inquiry() {
        return inquiry;
    }

    Instant deadline() {
        return inquiry.deadline();
    }
}

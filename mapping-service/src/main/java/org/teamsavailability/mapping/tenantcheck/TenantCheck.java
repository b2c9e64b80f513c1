package org.teamsavailability.mapping.tenantcheck;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.inspection.TenantInspection;

/** All checks of a tenant, one after the other. */
public final class TenantCheck {

    private final TenantInspection graph;
    private final Clock clock;
    private final Duration between;

    /**
     * Asks for nothing yet.
     *
     * @param between the pause between two requests; half a second keeps below every limit of
     *     Microsoft's
     */
    public TenantCheck(TenantInspection graph, Clock clock, Duration between) {
        this.graph = graph;
        this.clock = clock;
        this.between = between;
    }

    /** The checks, in the order in which they run. */
    public static List<Check<?>> checks(Clock clock) {
        var all = new ArrayList<Check<?>>();
        all.addAll(TokenChecks.all());
        all.addAll(DirectoryChecks.all());
        all.addAll(PresenceChecks.all());
        all.addAll(new ScheduleChecks(clock).all());
        all.addAll(AnswerChecks.all());
        return List.copyOf(all);
    }

    /**
     * Runs them; takes half a minute, three minutes at most.
     *
     * @param permissions those that the tenant's token names
     * @param heard is given each result as it comes
     */
    public Report run(
            MicrosoftTenant tenant, Set<GraphPermission> permissions, Consumer<Check.Result> heard)
            throws InterruptedException {
        var startedAt = clock.instant();
        var asked = new ConnectedTenant(tenant, graph, permissions, new CallPace(clock, between));
        var results = new ArrayList<Check.Result>();
        for (var check : checks(clock)) {
            var result = check.run(asked);
            results.add(result);
            heard.accept(result);
        }
        return new Report(tenant, startedAt, asked.requests(), results);
    }
}

package org.teamsavailability.enricher.dispatch;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.enricher.stage.AcceptedRequest;
import org.teamsavailability.enricher.stage.AnsweredRequest;
import org.teamsavailability.enricher.stage.Dispatch;
import org.teamsavailability.enricher.teams.Priority;
import org.teamsavailability.rules.DispatchQuestion;
import org.teamsavailability.rules.Plan;
import org.teamsavailability.rules.Reason;
import org.teamsavailability.rules.TeamsEvidence;

/** One request with its plan, and with what was asked of Teams for it. */
final class TeamsDispatch implements Dispatch {

    private final TeamsDispatches dispatches;
    private final AcceptedRequest request;
    private final DispatchQuestion question;
    private final Plan plan;
    private final DeskSnapshot desk;
    private @Nullable RequestReads reads;

    TeamsDispatch(
            TeamsDispatches dispatches,
            AcceptedRequest request,
            DispatchQuestion question,
            Plan plan,
            DeskSnapshot desk) {
        this.dispatches = dispatches;
        this.request = request;
        this.question = question;
        this.plan = plan;
        this.desk = desk;
    }

    @Override
    public boolean needsTeams() {
        return switch (plan) {
            case Plan.Settled _ -> false;
            case Plan.Ask _ -> true;
        };
    }

    @Override
    public CompletionStage<?> askTeams(Instant deadline) {
        if (!(plan instanceof Plan.Ask ask) || desk.tenant() == null) {
            throw new IllegalStateException("Nothing of this request is to be asked of Teams");
        }
        dispatches.asks(desk.tenant());
        reads =
                new RequestReads(
                        dispatches.gateway(),
                        dispatches.limits(),
                        desk.tenant(),
                        ask,
                        desk.accounts(),
                        deadline,
                        request.isLateAlready() ? Priority.BATCHED : Priority.NOW);
        return reads.settled();
    }

    @Override
    public @Nullable CompletionStage<?> askAgain(Instant now, Instant by) {
        if (reads == null) {
            return null;
        }
        var settled = reads.askAgain(now, by);
        return settled.isDone() ? null : settled;
    }

    @Override
    public AnsweredRequest overloaded(Instant now) {
        return dispatches.decide(
                request, question, Plan.settled(Reason.OVERLOADED), TeamsEvidence.NONE, now);
    }

    @Override
    public AnsweredRequest decide(Instant now) {
        var evidence = reads == null ? TeamsEvidence.NONE : reads.evidence(now);
        return dispatches.decide(request, question, plan, evidence, now);
    }
}

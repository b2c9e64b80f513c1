package org.teamsavailability.enricher.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.teamsavailability.enricher.messaging.Answers;
import org.teamsavailability.enricher.messaging.Questions;
import org.teamsavailability.enricher.messaging.ReadQuestion;
import org.teamsavailability.enricher.stage.AcceptedRequest;
import org.teamsavailability.enricher.stage.AnsweredRequest;
import org.teamsavailability.enricher.stage.Dispatch;
import org.teamsavailability.enricher.stage.Dispatches;
import org.teamsavailability.enricher.tables.Directory;
import org.teamsavailability.enricher.teams.TeamsGateway;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.rules.Answer;
import org.teamsavailability.rules.Decision;
import org.teamsavailability.rules.DispatchQuestion;
import org.teamsavailability.rules.Plan;
import org.teamsavailability.rules.Reason;
import org.teamsavailability.rules.TeamsEvidence;
import org.teamsavailability.schemas.NotBefore;

/**
 * Opens requests: reads them, looks up what they need, and plans by the rules what to ask. Owned by
 * the stream thread of its task.
 */
public final class TeamsDispatches implements Dispatches {

    private final Decision decision;
    private final Directory directory;
    private final TeamsGateway gateway;
    private final AgeLimits limits;
    private final Duration answerWithin;
    private final Set<MicrosoftTenant> asked = new HashSet<>();
    private Consumer<NotBefore> listener = _ -> {};

    /**
     * @param limits how old may be what an answer is decided by
     * @param answerWithin how long a request without {@code respondBy} may take before its answer
     *     is late
     */
    public TeamsDispatches(
            Decision decision,
            Directory directory,
            TeamsGateway gateway,
            AgeLimits limits,
            Duration answerWithin) {
        this.decision = decision;
        this.directory = directory;
        this.gateway = gateway;
        this.limits = limits;
        this.answerWithin = answerWithin;
    }

    @Override
    public void begin(List<NotBefore> known, Consumer<NotBefore> newListener) {
        listener = newListener;
        gateway.restoreCooldowns(
                known.stream()
                        .flatMap(stored -> Stream.ofNullable(CooldownRecords.read(stored)))
                        .toList());
    }

    @Override
    public boolean isAsking() {
        asked.removeIf(tenant -> !gateway.isBusy(tenant));
        return !asked.isEmpty();
    }

    /** What Microsoft closes of this tenant from now on is kept by this task. */
    void asks(MicrosoftTenant tenant) {
        asked.add(tenant);
        var stored = listener;
        gateway.onCooldown(tenant, cooldown -> stored.accept(CooldownRecords.of(cooldown)));
    }

    @Override
    public Dispatch open(AcceptedRequest request, boolean expired, Instant now) {
        var read = Questions.read(request.key(), request.request());
        boolean needsNoLookup = !read.question().enabled() || read.problem() != null || expired;
        var desk =
                needsNoLookup
                        ? DeskSnapshot.NOT_LOOKED_UP
                        : DeskSnapshot.lookUp(directory, request.request());
        var plan =
                decision.plan(
                        read.question(),
                        read.problem(),
                        expired,
                        desk.connection(),
                        desk.accounts().keySet(),
                        now);
        return new TeamsDispatch(this, request, read.question(), plan, desk);
    }

    /** Where even the full question cannot be answered, it is answered without its details. */
    @Override
    public AnsweredRequest failed(AcceptedRequest request, Instant now) {
        try {
            return settle(request, Reason.INTERNAL_ERROR, now);
        } catch (RuntimeException _) {
            var bare = Questions.bare(request.request());
            return answer(request, decide(bare, Reason.INTERNAL_ERROR, now), now);
        }
    }

    /** Decides and writes the answer. */
    AnsweredRequest decide(
            AcceptedRequest request,
            DispatchQuestion question,
            Plan plan,
            TeamsEvidence evidence,
            Instant now) {
        return answer(request, decision.decide(question, plan, evidence, now), now);
    }

    TeamsGateway gateway() {
        return gateway;
    }

    AgeLimits limits() {
        return limits;
    }

    private AnsweredRequest settle(AcceptedRequest request, Reason reason, Instant now) {
        ReadQuestion read = Questions.read(request.key(), request.request());
        return answer(request, decide(read.question(), reason, now), now);
    }

    private Answer decide(DispatchQuestion question, Reason reason, Instant now) {
        return decision.decide(question, Plan.settled(reason), TeamsEvidence.NONE, now);
    }

    private AnsweredRequest answer(AcceptedRequest taken, Answer answer, Instant now) {
        var request = taken.request();
        boolean late = Answers.isLate(request, taken.timestamp(), answerWithin, now);
        return new AnsweredRequest(
                taken,
                Answers.answer(request, answer, now, late),
                Answers.fallbacks(request, answer, now));
    }
}

package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.account;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.accounts;
import static org.teamsavailability.enricher.teams.batching.GatewayFixture.team;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.junit.jupiter.api.Test;

class CallSpansTest {

    private final GatewayFixture stage = new GatewayFixture();

    @Test
    void makesTheCallOfOneRequestASpanOfItsTrace() {
        var request = request();
        in(request, () -> stage.ask(accounts(1, 3)));
        stage.graph.answerAll();

        var call = only("teams.presence");
        assertThat(call.getTraceId()).isEqualTo(request.getSpanContext().getTraceId());
        assertThat(call.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
        assertThat(call.getLinks()).isEmpty();
        assertThat(call.getAttributes().get(AttributeKey.longKey("teams.ids"))).isEqualTo(3);
        assertThat(call.getAttributes().get(AttributeKey.stringKey("teams.outcome")))
                .isEqualTo("ok");
    }

    @Test
    void linksTheCallToEachFurtherRequestThatItServes() {
        stage.ask(account(9));
        var first = request();
        var second = request();
        in(first, () -> stage.ask(accounts(1, 2)));
        in(second, () -> stage.ask(accounts(2, 3)));
        stage.graph.answerAll();
        stage.time.pass(100);
        stage.graph.answerAll();

        var call = only("teams.presence");
        assertThat(call.getParentSpanId()).isEqualTo(first.getSpanContext().getSpanId());
        assertThat(call.getLinks())
                .extracting(LinkData::getSpanContext)
                .containsExactly(second.getSpanContext());
    }

    @Test
    void namesTheCallsOfARotaApart() {
        in(request(), () -> stage.askRota(team(1)));
        stage.graph.answerAll();
        stage.graph.answerAll();

        assertThat(stage.exported.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder("teams.schedule", "teams.shifts", "teams.time-off");
    }

    @Test
    void saysHowACallFailed() {
        in(request(), () -> stage.ask(account(1)));
        stage.graph.calls().getFirst().fail(GatewayFixture.NOT_PROVISIONED);

        var call = only("teams.presence");
        assertThat(call.getStatus()).isEqualTo(StatusData.error());
        assertThat(call.getAttributes().get(AttributeKey.stringKey("teams.outcome")))
                .isEqualTo("not-provisioned");
    }

    @Test
    void makesNoTraceOfItsOwnForARequestThatHasNone() {
        stage.ask(account(1));
        stage.graph.answerAll();

        assertThat(stage.exported.getFinishedSpanItems()).isEmpty();
    }

    private Span request() {
        return stage.spans.get("test").spanBuilder("request").setNoParent().startSpan();
    }

    private static void in(Span request, Runnable work) {
        Context.root().with(request).wrap(work).run();
    }

    private SpanData only(String name) {
        assertThat(stage.exported.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly(name);
        return stage.exported.getFinishedSpanItems().getFirst();
    }
}

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

    private final GatewayFixture fixture = new GatewayFixture();

    @Test
    void makesTheCallOfOneRequestASpanOfItsTrace() {
        var request = request();
        in(request, () -> fixture.ask(accounts(1, 3)));
        fixture.graph.answerAll();

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
        fixture.ask(account(9));
        var first = request();
        var second = request();
        in(first, () -> fixture.ask(accounts(1, 2)));
        in(second, () -> fixture.ask(accounts(2, 3)));
        fixture.graph.answerAll();
        fixture.time.pass(100);
        fixture.graph.answerAll();

        var call = only("teams.presence");
        assertThat(call.getParentSpanId()).isEqualTo(first.getSpanContext().getSpanId());
        assertThat(call.getLinks())
                .extracting(LinkData::getSpanContext)
                .containsExactly(second.getSpanContext());
    }

    @Test
    void namesTheCallsOfARotaApart() {
        in(request(), () -> fixture.askRota(team(1)));
        fixture.graph.answerAll();
        fixture.graph.answerAll();

        assertThat(fixture.exported.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder("teams.schedule", "teams.shifts", "teams.time-off");
    }

    @Test
    void saysHowACallFailed() {
        in(request(), () -> fixture.ask(account(1)));
        fixture.graph.calls().getFirst().fail(GatewayFixture.NOT_PROVISIONED);

        var call = only("teams.presence");
        assertThat(call.getStatus()).isEqualTo(StatusData.error());
        assertThat(call.getAttributes().get(AttributeKey.stringKey("teams.outcome")))
                .isEqualTo("not-provisioned");
    }

    @Test
    void makesNoTraceOfItsOwnForARequestThatHasNone() {
        fixture.ask(account(1));
        fixture.graph.answerAll();

        assertThat(fixture.exported.getFinishedSpanItems()).isEmpty();
    }

    private Span request() {
        return fixture.spans.get("test").spanBuilder("request").setNoParent().startSpan();
    }

    private static void in(Span request, Runnable work) {
        Context.root().with(request).wrap(work).run();
    }

    private SpanData only(String name) {
        assertThat(fixture.exported.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly(name);
        return fixture.exported.getFinishedSpanItems().getFirst();
    }
}

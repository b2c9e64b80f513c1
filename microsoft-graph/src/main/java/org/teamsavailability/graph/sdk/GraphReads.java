package org.teamsavailability.graph.sdk;

import com.microsoft.graph.communications.getpresencesbyuserid.GetPresencesByUserIdPostRequestBody;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.teams.item.schedule.ScheduleRequestBuilder;
import com.microsoft.kiota.RequestInformation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.PresenceSignal;
import org.teamsavailability.graph.RotaPage;
import org.teamsavailability.graph.RotaRows;

/** The reads of {@link GraphPort}, as requests that the SDK's builders make. */
final class GraphReads implements GraphPort {

    private final Exchanges exchanges;
    private final Pages pages;

    GraphReads(Exchanges exchanges, Pages pages) {
        this.exchanges = exchanges;
        this.pages = pages;
    }

    @Override
    public CompletionStage<Map<UUID, PresenceSignal>> presences(
            MicrosoftTenant tenant, Collection<UUID> accounts) {
        var asked = Set.copyOf(accounts);
        if (asked.isEmpty() || asked.size() > MAX_PRESENCE_IDS) {
            throw new IllegalArgumentException(
                    "%d accounts in one presence call: ask for 1 to %d."
                            .formatted(asked.size(), MAX_PRESENCE_IDS));
        }
        return exchanges.with(
                tenant,
                Workload.PRESENCE,
                exchange ->
                        ofThoseAsked(
                                asked,
                                pages.read(
                                        exchange,
                                        graph -> presenceRequest(graph, asked),
                                        PresenceItem::read)));
    }

    @Override
    public CompletionStage<Boolean> scheduleProvisioned(MicrosoftTenant tenant, UUID team) {
        return exchanges.with(
                tenant,
                Workload.SCHEDULE,
                exchange ->
                        exchange.read(
                                graph -> schedule(graph, team).toGetRequestInformation(),
                                ScheduleState::provisioned));
    }

    @Override
    public CompletionStage<RotaRows> shifts(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        String filter = SharedSpan.SHIFT.within(firstDay, lastDay);
        return rota(
                tenant,
                SharedSpan.SHIFT,
                graph ->
                        schedule(graph, team)
                                .shifts()
                                .toGetRequestInformation(
                                        request -> request.queryParameters.filter = filter));
    }

    @Override
    public CompletionStage<RotaRows> timeOff(
            MicrosoftTenant tenant, UUID team, LocalDate firstDay, LocalDate lastDay) {
        String filter = SharedSpan.TIME_OFF.within(firstDay, lastDay);
        return rota(
                tenant,
                SharedSpan.TIME_OFF,
                graph ->
                        schedule(graph, team)
                                .timesOff()
                                .toGetRequestInformation(
                                        request -> request.queryParameters.filter = filter));
    }

    @Override
    public CompletionStage<RotaPage> timeOffPage(
            MicrosoftTenant tenant,
            UUID team,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String link) {
        String filter = SharedSpan.TIME_OFF.within(firstDay, lastDay);
        GraphRequest first =
                graph ->
                        schedule(graph, team)
                                .timesOff()
                                .toGetRequestInformation(
                                        request -> request.queryParameters.filter = filter);
        return exchanges.with(
                tenant,
                Workload.SCHEDULE,
                exchange -> {
                    var page =
                            exchange.read(
                                    link == null ? first : new NextLinks(2).follow(link),
                                    Page.of(json -> RotaItem.read(json, SharedSpan.TIME_OFF)));
                    return new RotaPage(RotaRow.together(page.items()), page.nextLink());
                });
    }

    private CompletionStage<RotaRows> rota(
            MicrosoftTenant tenant, SharedSpan kind, GraphRequest first) {
        return exchanges.with(
                tenant,
                Workload.SCHEDULE,
                exchange ->
                        RotaRow.together(
                                pages.read(exchange, first, json -> RotaItem.read(json, kind))));
    }

    private static ScheduleRequestBuilder schedule(GraphServiceClient graph, UUID team) {
        return graph.teams().byTeamId(team.toString()).schedule();
    }

    private static RequestInformation presenceRequest(GraphServiceClient graph, Set<UUID> asked) {
        var body = new GetPresencesByUserIdPostRequestBody();
        body.setIds(asked.stream().map(UUID::toString).toList());
        return OneShotBody.in(
                graph.communications().getPresencesByUserId().toPostRequestInformation(body));
    }

    private static Map<UUID, PresenceSignal> ofThoseAsked(
            Set<UUID> asked, List<PresenceItem.Presence> presences) {
        var byAccount = HashMap.<UUID, PresenceSignal>newHashMap(asked.size());
        for (var presence : presences) {
            if (asked.contains(presence.account())) {
                byAccount.put(presence.account(), presence.signal());
            }
        }
        return byAccount;
    }
}

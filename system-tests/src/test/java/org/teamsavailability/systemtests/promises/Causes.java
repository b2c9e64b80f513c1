package org.teamsavailability.systemtests.promises;

import static org.teamsavailability.systemtests.promises.Cause.asking;
import static org.teamsavailability.systemtests.promises.Cause.unasked;
import static org.teamsavailability.systemtests.promises.Plots.ROTA_TEAM;
import static org.teamsavailability.systemtests.promises.Plots.asked;
import static org.teamsavailability.systemtests.promises.Plots.asksFirst;
import static org.teamsavailability.systemtests.promises.Plots.connected;
import static org.teamsavailability.systemtests.promises.Plots.getsNoToken;
import static org.teamsavailability.systemtests.promises.Plots.in;
import static org.teamsavailability.systemtests.promises.Plots.losesItsToken;
import static org.teamsavailability.systemtests.promises.Plots.meets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.Signal;
import org.teamsavailability.schemas.Slot;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.fault.Effect;
import org.teamsavailability.simulator.fault.FaultSetting;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.limit.RetryAfter;

/** The ways to each reason. */
final class Causes {

    private static final String PRESENCE = "Presence.Read.All";
    private static final String SCHEDULE = "Schedule.Read.All";

    private Causes() {}

    static Stream<Cause> all() {
        return Stream.of(ofTheRequest(), ofTheDesk(), ofReading(), ofTheRota())
                .flatMap(List::stream);
    }

    private static List<Cause> ofTheRequest() {
        return List.of(
                unasked(
                        "the workflow has it switched off",
                        Reason.TOGGLE_OFF,
                        asked(Plots::switchedOff)),
                unasked(
                                "its instructions ignore all that is wanted",
                                Reason.IGNORED_BY_INSTRUCTION,
                                asked(Plots::presenceIgnored))
                        .ofAll(Signal.PRESENCE),
                unasked(
                                "a slot that ends before it starts",
                                Reason.INVALID_REQUEST,
                                asked(it ->
                                        it.setProposedSlot(new Slot(Instant.now(), Instant.EPOCH))))
                        .says("proposed slot", "1970-01-01"),
                unasked(
                                "a respondBy in seconds",
                                Reason.INVALID_REQUEST,
                                asked(it ->
                                        it.setRespondBy(
                                                Instant.ofEpochMilli(
                                                        Instant.now().getEpochSecond()))))
                        .says("time to respond by", "1970-01", "milliseconds"),
                unasked(
                                "a respondBy that is past",
                                Reason.EXPIRED,
                                asked(it -> it.setRespondBy(Instant.now().minusSeconds(1))))
                        .says("more time"),
                asking("a desk that holds all its slots", Reason.OVERLOADED, Plots::overloaded)
                        .says("operator"));
    }

    private static List<Cause> ofTheDesk() {
        return List.of(
                unasked("no row", Reason.TEAMS_NOT_CONNECTED, Plots::unconnected)
                        .says("Connect your Microsoft tenant"),
                unasked(
                        "a row without a tenant",
                        Reason.TEAMS_NOT_CONNECTED,
                        connected(row -> row.setMicrosoftTenantId(null))),
                unasked("nobody is mapped", Reason.NO_CANDIDATES_MAPPED, Plots::unmapped)
                        .says(
                                "Teams availability is enabled, but none of the candidate"
                                        + " technicians are mapped to a Microsoft user — dispatch"
                                        + " used PSA-only availability.",
                                "auto-map"),
                unasked("never granted", Reason.CONSENT_PENDING, connected(Plots::pending))
                        .says("consent page"),
                unasked("known to be revoked", Reason.CONSENT_REVOKED, connected(Plots::revoked))
                        .says("consent page"),
                asking(
                                "found to be revoked",
                                Reason.CONSENT_REVOKED,
                                asksFirst(it -> it.withConsent(Consent.REVOKED)))
                        .status(401),
                asking(
                                "revoked while the rota is read",
                                Reason.CONSENT_REVOKED,
                                losesItsToken(Call.SHIFTS, FaultSetting::consentRevoked))
                        .status(401));
    }

    private static List<Cause> ofReading() {
        return List.of(
                asking(
                                "presence alone is not permitted",
                                Reason.PERMISSION_MISSING,
                                asksFirst(it -> it.withPermissions(List.of(SCHEDULE))))
                        .ofPart(Signal.PRESENCE)
                        .status(403)
                        .says(PRESENCE)
                        .saysNot(SCHEDULE),
                asking(
                                "the rota alone is not permitted",
                                Reason.PERMISSION_MISSING,
                                asksFirst(it -> it.withPermissions(List.of(PRESENCE))))
                        .ofPart(Signal.ROTA)
                        .status(403)
                        .says(SCHEDULE)
                        .saysNot(PRESENCE),
                asking(
                                "neither is permitted",
                                Reason.PERMISSION_MISSING,
                                asksFirst(it -> it.withPermissions(List.of())))
                        .status(403)
                        .says(PRESENCE, SCHEDULE),
                asking("503", Reason.TEAMS_UNREACHABLE, meets(Call.PRESENCE, it -> it.status(503)))
                        .ofPart(Signal.PRESENCE)
                        .status(503),
                asking(
                                "presence that failed every time",
                                Reason.TEAMS_UNREACHABLE,
                                Plots::failedEveryTime)
                        .ofPart(Signal.PRESENCE)
                        .status(503),
                asking(
                                "presence that is refused for everybody",
                                Reason.TEAMS_UNREACHABLE,
                                meets(Call.PRESENCE, it -> it.status(404)))
                        .ofPart(Signal.PRESENCE)
                        .status(404),
                asking(
                                "a gateway's page for people",
                                Reason.TEAMS_UNREACHABLE,
                                meets(Call.SHIFTS, it -> it.status(502, Effect.Body.HTML)))
                        .ofPart(Signal.ROTA)
                        .status(502),
                asking(
                                "an unreadable body",
                                Reason.TEAMS_UNREACHABLE,
                                meets(Call.PRESENCE, it -> it.set(new Effect.Malformed())))
                        .ofPart(Signal.PRESENCE)
                        .status(200),
                asking(
                                "a connection that breaks",
                                Reason.TEAMS_UNREACHABLE,
                                meets(Call.TIME_OFF, it -> it.set(new Effect.Reset())))
                        .ofPart(Signal.ROTA),
                asking(
                                "a connection that is refused",
                                Reason.TEAMS_UNREACHABLE,
                                in(World.CLOUD_NOBODY_IS_AT, Plots::presenceOnly))
                        .ofAll(Signal.PRESENCE)
                        .saysNot("operator"),
                asking(
                                "our credentials that are refused",
                                Reason.TEAMS_UNREACHABLE,
                                getsNoToken(it -> it.aadsts(7000215)))
                        .status(401)
                        .says("operator", "client secret"),
                unasked(
                                "a cloud we have no credentials for",
                                Reason.TEAMS_UNREACHABLE,
                                in(World.CLOUD_NOT_CONFIGURED, Plots::presenceOnly))
                        .ofAll(Signal.PRESENCE)
                        .says("operator"),
                asking(
                                "429",
                                Reason.TEAMS_THROTTLED,
                                meets(
                                        Call.PRESENCE,
                                        it -> it.throttle(RetryAfter.in(Duration.ofMinutes(10)))))
                        .ofPart(Signal.PRESENCE)
                        .status(429),
                asking(
                                "a tenant whose logins are throttled",
                                Reason.TEAMS_THROTTLED,
                                asksFirst(it -> it.withConsent(Consent.THROTTLED)))
                        .status(429),
                asking("our own budget for a team", Reason.TEAMS_THROTTLED, Plots::budgetSpent)
                        .ofPart(Signal.ROTA),
                asking(
                                "no answer",
                                Reason.TEAMS_TIMEOUT,
                                meets(Call.PRESENCE, FaultSetting::hang, Plots::answeredSoon))
                        .ofPart(Signal.PRESENCE),
                asking(
                                "no answer to a second call either",
                                Reason.TEAMS_TIMEOUT,
                                meets(Call.SHIFTS, FaultSetting::hang, Plots::answeredIn7s))
                        .ofPart(Signal.ROTA),
                asking(
                        "no answer to any login",
                        Reason.TEAMS_TIMEOUT,
                        getsNoToken(FaultSetting::hang, Plots::answeredIn7s)));
    }

    private static List<Cause> ofTheRota() {
        return List.of(
                asking(
                                "a team without a schedule",
                                Reason.ROTA_NOT_PROVISIONED,
                                asksFirst(it -> it.withTeam(Team.withoutSchedule(ROTA_TEAM))))
                        .ofPart(Signal.ROTA)
                        .status(404)
                        .says(ROTA_TEAM.toString()),
                asking(
                                "a schedule that is being made",
                                Reason.ROTA_NOT_PROVISIONED,
                                asksFirst(it ->
                                        it.withTeam(
                                                Team.of(ROTA_TEAM)
                                                        .withState(true, "Running", null))))
                        .ofPart(Signal.ROTA)
                        .says(ROTA_TEAM.toString()),
                asking(
                                "a national cloud",
                                Reason.SHIFTS_NOT_IN_THIS_CLOUD,
                                in(MicrosoftCloud.US_GOV_L4, _ -> {}))
                        .ofPart(Signal.ROTA));
    }
}

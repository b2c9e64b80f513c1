package org.teamsavailability.mapping.connection.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.connection.ConnectionRefusal;
import org.teamsavailability.mapping.web.GraphProblems;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemsOf;

/** The problems of connections and of the list of Teams. */
@Configuration(proxyBeanMethods = false)
class ConnectionProblems {

    @Bean
    ProblemsOf<ConnectionRefusal> ofConnections() {
        return new ProblemsOf<>(ConnectionRefusal.class, ConnectionProblems::of);
    }

    private static Problem of(ConnectionRefusal refusal) {
        return switch (refusal) {
            case ConnectionRefusal.NothingConnected _ ->
                    new Problem(
                            HttpStatus.NOT_FOUND,
                            "not-found",
                            "Not found",
                            "This service desk has no connection, so there is nothing to"
                                    + " disconnect.");
            case ConnectionRefusal.Unconfirmed it -> unconfirmed(it);
            case ConnectionRefusal.OtherCloud it ->
                    Problem.conflict(
                            "connected-in-another-cloud",
                            "A tenant of another cloud is connected",
                            "The tenant %s of the cloud %s is connected; disconnect it first."
                                    .formatted(it.microsoftTenantId(), it.cloud()));
            case ConnectionRefusal.ConsentNotGranted _ ->
                    teamsNotYet(
                            "Consent hasn't been granted: let an administrator of your own tenant"
                                + " open the page that GET"
                                + " /public-api/teams-availability/consent-url gives, then wait a"
                                + " minute and click Retry.");
            case ConnectionRefusal.ConsentRevoked _ ->
                    teamsNotYet(
                            "Consent was revoked in the Microsoft tenant: re-open the consent page,"
                                    + " which GET /public-api/teams-availability/consent-url gives,"
                                    + " and complete the flow.");
            case ConnectionRefusal.ConsentSpreads _ ->
                    teamsNotYet(
                            "Consent is still propagating: wait a minute and click Retry. If it"
                                    + " persists, re-open the consent page and complete the flow.");
            case ConnectionRefusal.PermissionMissing it ->
                    GraphProblems.permissionMissing(it.permission().role());
        };
    }

    private static Problem unconfirmed(ConnectionRefusal.Unconfirmed it) {
        return Problem.conflict(
                        "confirmation-missing",
                        "Disconnecting has to be confirmed",
                        "Disconnecting deletes the link to %s and %d auto-mapped mapping(s); %d manual mapping(s) stay, but are not published. Repeat the request with ?confirm=<serviceDeskId>, which is %s."
                                .formatted(
                                        it.microsoftTenantId() == null
                                                ? "no tenant yet"
                                                : "the tenant " + it.microsoftTenantId(),
                                        it.autoMapped(),
                                        it.manual(),
                                        it.serviceDeskId()))
                .with("autoMapped", it.autoMapped())
                .with("manual", it.manual());
    }

    private static Problem teamsNotYet(String detail) {
        return Problem.conflict("teams-not-listed-yet", "Teams can't be listed yet", detail);
    }
}

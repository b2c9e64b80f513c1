package org.teamsavailability.systemtests.promises;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teamsavailability.localstack.administration.Browser;
import org.teamsavailability.schemas.DispatchMode;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.DirectoryRole;
import org.teamsavailability.simulator.dataset.Profile;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.signin.Visitor;
import tools.jackson.databind.JsonNode;

/**
 * A service desk with a Microsoft tenant for it: an administrator, and people of one Team. Everyone
 * with an odd number is at the desk, everyone else is away.
 */
record ServiceDesk(String id, UUID tenant, DeskApi api, WholeStack stack) {

    /** How many people are in its tenant. */
    static final int PEOPLE = 20;

    static final String TEAMS = "teams-availability/";

    /** The tenant with its people. */
    Tenant people(Tenant empty) {
        var administrator =
                Account.of(new UUID(tenant.getMostSignificantBits(), 0), "Offline", "Offline")
                        .withProfile(
                                Profile.of(administrator(), null, "Administrator")
                                        .withRoles(DirectoryRole.GLOBAL_ADMINISTRATOR));
        var people = IntStream.rangeClosed(1, PEOPLE).mapToObj(this::account).toList();
        return empty.withAccounts(Stream.concat(Stream.of(administrator), people.stream()).toList())
                .withTeam(
                        Team.of(UUID.randomUUID())
                                .withMembers(people.stream().map(Account::id).toList()));
    }

    private Account account(int number) {
        var name = number % 2 == 1 ? "Available" : "Away";
        return Account.of(person(number), name, name)
                .withProfile(Profile.of(address(number), address(number), "Person " + number));
    }

    /** The object id of a person, counted from 1. */
    UUID person(int number) {
        return new UUID(tenant.getMostSignificantBits(), number);
    }

    /** The mail address of a person, which is the sign-in name too. */
    String address(int number) {
        return "person" + number + "@" + id + ".example";
    }

    /** The sign-in name of the tenant's administrator. */
    String administrator() {
        return "admin@" + id + ".example";
    }

    /** As the API takes a technician. */
    static Map<String, Object> row(String technician, String email, boolean active) {
        return Map.of(
                "technicianId", technician,
                "displayName", "Technician " + technician,
                "email", email,
                "active", active);
    }

    void upsert(List<Map<String, Object>> rows) {
        api.call("PUT", "technicians", Map.of("technicians", rows));
    }

    /** Where an administrator consents. */
    URI consentPage() {
        api.call("PUT", TEAMS + "connection", Map.of("cloud", "GLOBAL"));
        return URI.create(api.get(TEAMS + "consent-url").get("consentUrl").asString());
    }

    /**
     * Consents, signs in and clicks "Connect"; one desk at a time, for one visitor stands there.
     */
    void connect() {
        synchronized (stack) {
            stack.microsoft().visitor(Visitor.accepting(administrator()));
            try (var browser = new Browser()) {
                browser.connect(this::consentPage);
            } finally {
                stack.microsoft().visitor(null);
            }
        }
    }

    void disconnect() {
        api.call("DELETE", TEAMS + "connection?confirm=" + id, null);
    }

    /** The review of a full run. */
    JsonNode autoMap() {
        return api.call("POST", TEAMS + "auto-map?wait=60", null);
    }

    void map(String technician, int person) {
        api.call("PUT", "technicians/" + technician + "/teams-mapping", account(person, this));
    }

    static Map<String, Object> account(int person, ServiceDesk of) {
        return Map.of(
                "microsoftUserId", of.person(person).toString(),
                "userPrincipalName", of.address(person));
    }

    /** Technician {@code tech-1} is person 1 and so on, and the tenant is connected. */
    ServiceDesk setUp(int technicians) {
        upsert(
                IntStream.rangeClosed(1, technicians)
                        .mapToObj(number -> row("tech-" + number, address(number), true))
                        .toList());
        connect();
        autoMap();
        return this;
    }

    /** The connection as the API's status shows it. */
    JsonNode connection() {
        return api.get(TEAMS + "status").get("connection");
    }

    /** A request for work that starts now, with time enough for a busy machine. */
    DispatchRequested request(List<String> technicians) {
        return DispatchRequested.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setServiceDeskId(id)
                .setTicketId("ticket")
                .setMode(DispatchMode.AI)
                .setRequestedAt(Instant.now())
                .setRespondBy(Instant.now().plusSeconds(30))
                .setCandidates(Desk.candidates(technicians))
                .setTeamsAvailability(Desk.settings(List.of()))
                .build();
    }

    /** The same with a rota team, which has no Shifts. */
    DispatchRequested requestWithRota(List<String> technicians) {
        return DispatchRequested.newBuilder(request(technicians))
                .setTeamsAvailability(Desk.settings(List.of(UUID.randomUUID().toString())))
                .build();
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "ServiceDesk[" + id + "]";
    }
}

package org.teamsavailability.mapping.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.simulator.GraphSimulator;
import org.teamsavailability.simulator.SimulatorSettings;
import org.teamsavailability.simulator.dataset.Account;
import org.teamsavailability.simulator.dataset.Consent;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Lookup;
import org.teamsavailability.simulator.dataset.Team;
import org.teamsavailability.simulator.dataset.Tenant;
import tools.jackson.databind.json.JsonMapper;

/** The commands that change nothing. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingCommandsTest {

    private static final UUID TENANT = UUID.fromString("e5000000-0000-4000-8000-000000000001");
    private static final UUID ANNA = UUID.fromString("a0000000-0000-4000-8000-000000000001");

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final GraphSimulator microsoft =
            GraphSimulator.start(Dataset.of(), SimulatorSettings.defaults());

    @AutoClose
    private final Operator operator =
            new Operator(
                    database,
                    "--spring.flyway.enabled=false",
                    "--teams-availability.tenant-check.between=0ms",
                    "--teams-availability.microsoft.clouds.GLOBAL.client-id=client",
                    "--teams-availability.microsoft.clouds.GLOBAL.client-secret=s3cret",
                    "--teams-availability.microsoft.clouds.GLOBAL.login-url="
                            + microsoft.loginUrl(),
                    "--teams-availability.microsoft.clouds.GLOBAL.graph-url="
                            + microsoft.graphUrl());

    private final DSLContext owner = database.asOwner();

    @BeforeEach
    void threeDesks() {
        owner.execute("truncate service_desk, mark cascade");
        operator.runs("create-desk --id northwind --id adventure --id tail-spin".split(" "));
        connect("northwind", TENANT, "GRANTED", "GLOBAL");
        connect("tail-spin", UUID.randomUUID(), "REVOKED", "US_GOV_L4");
        technician("northwind", "anna", true, true);
        technician("northwind", "ben", true, false);
        technician("northwind", "cat", false, true);
        microsoft.reset();
        microsoft
                .tenants()
                .put(
                        Tenant.of(TENANT)
                                .withAccount(Account.of(ANNA, "Busy", "InACall"))
                                .withTeam(
                                        Team.of(UUID.randomUUID())
                                                .withDisplayName("Helpdesk of Anna Adler")
                                                .withMembers(List.of(ANNA))));
    }

    @AfterAll
    void stop() {
        microsoft.close();
    }

    @Test
    void listsDesksInTheOrderOfTheirIds() {
        assertThat(operator.runs("desks")).isZero();

        assertThat(operator.out().lines())
                .containsExactly(
                        "DESK       CONSENT  PERMS  CHECKED  MAPPED  TENANT",
                        "adventure  NONE     0/4    never    0/0     -",
                        "northwind  GRANTED  1/4    2h ago   1/2     " + TENANT,
                        owner.fetchSingle(
                                        "select 'tail-spin  REVOKED  1/4    2h ago   0/0     '"
                                                + " || microsoft_tenant_id || ' US_GOV_L4'"
                                                + " from connection where consent = 'REVOKED'")
                                .get(0, String.class),
                        "3 service desks");
        assertThat(operator.out().lines().limit(3)).allMatch(line -> line.length() <= 80);
    }

    @Test
    void listsOnlyTheConsentAskedForAsJson() {
        assertThat(operator.runs("desks", "--consent", "GRANTED", "--json")).isZero();

        var desk = JsonMapper.shared().readTree(operator.out());
        assertThat(desk.path("serviceDeskId").asString()).isEqualTo("northwind");
        assertThat(desk.path("microsoftTenantId").asString()).isEqualTo(TENANT.toString());
        assertThat(desk.path("technicians").asInt()).isEqualTo(3);
        assertThat(desk.path("activeTechnicians").asInt()).isEqualTo(2);
        assertThat(desk.path("mappedTechnicians").asInt()).isEqualTo(1);
    }

    @Test
    void continuesAfterTheLastDeskOfAPage() {
        assertThat(operator.runs("desks", "--limit", "2")).isZero();
        assertThat(operator.out()).contains("adventure", "northwind").doesNotContain("tail-spin");
        assertThat(operator.err()).contains("desks --after \"northwind\" continues");

        assertThat(operator.runs("desks", "--limit", "2", "--after", "northwind")).isZero();
        assertThat(operator.out()).contains("tail-spin").doesNotContain("northwind");
        assertThat(operator.err()).isEmpty();
    }

    @Test
    void refusesAConsentThatThereIsNot() {
        assertThat(operator.runs("desks", "--consent", "maybe")).isEqualTo(2);
        assertThat(operator.err()).contains("NONE, PENDING, GRANTED, REVOKED");
        assertThat(operator.runs("desks", "--limit", "0")).isEqualTo(2);
        assertThat(operator.err()).contains("--limit is 0");
    }

    @Test
    void checksTheTenantOfADeskAndWritesNothing() {
        var before = contents();

        assertThat(operator.runs("check-tenant", "--desk", "northwind")).isZero();

        assertThat(operator.err()).isEmpty();
        assertThat(operator.out())
                .contains("same       check     presence-650-ids", "0 different")
                .doesNotContain("DIFFERENT");
        assertThat(operator.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void endsWithThreeAndSaysWhatDiffers() {
        microsoft.alter(TENANT, it -> it.withUnknownAccounts(Lookup.BAD_REQUEST));

        assertThat(operator.runs("check-tenant", "--desk", "northwind")).isEqualTo(3);

        assertThat(operator.out())
                .contains(
                        "DIFFERENT  check     presence-unknown-id",
                        "answered  400 BadRequest for the whole call",
                        "check-tenant --desk \"northwind\" --json");
    }

    @Test
    void reportsWithoutPersonalData() {
        microsoft.alter(TENANT, it -> it.withUnknownAccounts(Lookup.BAD_REQUEST));

        assertThat(operator.runs("check-tenant", "--desk", "northwind", "--json")).isEqualTo(3);

        var report = JsonMapper.shared().readTree(operator.out());
        assertThat(report.path("checks").size()).isGreaterThan(30);
        assertThat(report.path("different").asInt()).isPositive();
        assertThat(report.path("tenantHash").asString()).matches("[0-9a-f]{12}");
        assertThat(operator.out())
                .doesNotContain(
                        TENANT.toString(),
                        ANNA.toString(),
                        "northwind",
                        "Helpdesk of",
                        "onmicrosoft",
                        "s3cret",
                        "eyJ");
    }

    @Test
    void saysWhatToDoWhereATenantCannotBeAsked() {
        assertThat(operator.runs("check-tenant", "--desk", "adventure")).isEqualTo(1);
        assertThat(operator.err()).contains("is connected to no Microsoft tenant", "consent-url");

        assertThat(operator.runs("check-tenant", "--desk", "tail-spin")).isEqualTo(1);
        assertThat(operator.err()).contains("is REVOKED", "consent-url");

        assertThat(operator.runs("check-tenant", "--desk", "nobody")).isEqualTo(1);
        assertThat(operator.err()).startsWith("There is no service desk \"nobody\"");

        var gone = UUID.randomUUID();
        microsoft.tenants().put(Tenant.of(gone).withConsent(Consent.REVOKED));
        connect("adventure", gone, "GRANTED", "GLOBAL");
        assertThat(operator.runs("check-tenant", "--desk", "adventure")).isEqualTo(1);
        assertThat(operator.err()).contains("the consent is gone (AADSTS");
        assertThat(operator.out()).isEmpty();
    }

    /** Every row of every table. */
    private Set<String> contents() {
        var all = new TreeSet<String>();
        for (var table :
                List.of(
                        "service_desk",
                        "connection",
                        "technician",
                        "mapping",
                        "mark",
                        "audit_entry")) {
            owner.fetch("select t::text from " + table + " t")
                    .forEach(row -> all.add(table + row.get(0)));
        }
        return all;
    }

    private void connect(String desk, UUID tenant, String consent, String cloud) {
        owner.execute(
                """
                insert into connection (service_desk_id, microsoft_tenant_id, cloud, consent,
                    permissions, checked_at, updated_at)
                values ({0}, {1}, {2}, {3}, '{Presence.Read.All}', now() - interval '150 minutes',
                    now())
                """,
                DSL.val(desk), DSL.val(tenant), DSL.val(cloud), DSL.val(consent));
    }

    private void technician(String desk, String id, boolean active, boolean mapped) {
        owner.execute(
                """
                insert into technician (service_desk_id, technician_id, display_name, active,
                    updated_at)
                values ({0}, {1}, {1}, {2}, now())
                """,
                DSL.val(desk), DSL.val(id), DSL.val(active));
        if (mapped) {
            owner.execute(
                    """
                    insert into mapping (service_desk_id, technician_id, microsoft_tenant_id,
                        microsoft_user_id, user_principal_name, origin, updated_at)
                    values ({0}, {1}, {2}, gen_random_uuid(), 'x', 'MANUAL', now())
                    """,
                    DSL.val(desk), DSL.val(id), DSL.val(TENANT));
        }
    }
}

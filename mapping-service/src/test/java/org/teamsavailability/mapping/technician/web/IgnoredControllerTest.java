package org.teamsavailability.mapping.technician.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.MARK;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
@ResourceLock("the directory of SharedApi")
class IgnoredControllerTest {

    private static final String ROUTE = "/public-api/technicians/";

    private final TestApi api;

    private TestApi.Desk desk;
    private Account account;

    IgnoredControllerTest(TestApi api) {
        this.api = api;
    }

    @BeforeEach
    void aTechnicianMappedByHand() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        desk.connect("GRANTED");
        account = api.directory().account(desk.tenant(), "anna@tenant.test");
        desk.upload("technicianId,displayName\nanna,Anna\nben,Ben\n");
        map("anna");
    }

    @Test
    void keepsTheMappingAndPublishesNone() {
        var before = mark();

        var answer = ignore("anna", true);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("ignored").asBoolean()).isTrue();
        assertThat(answer.body().at("/mapping/origin").asString()).isEqualTo("MANUAL");
        assertThat(published()).isEmpty();
        assertThat(mark()).isGreaterThan(before);
        assertThat(desk.get(ROUTE + "anna").header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(desk.get("/public-api/technicians?ignored=true").body().get("items")).hasSize(1);
    }

    @Test
    void publishesTheMappingAgainWhenItIsUndone() {
        ignore("anna", true);
        var before = mark();

        var answer = ignore("anna", false);

        assertThat(answer.body().get("ignored").asBoolean()).isFalse();
        assertThat(published()).containsExactly("anna");
        assertThat(mark()).isGreaterThan(before);
        assertThat(actions("anna"))
                .endsWith("mapping.set", "technician.ignored", "technician.not-ignored");
    }

    @Test
    void leavesTheAccountToOthersWhoKeepItAfterwards() {
        ignore("anna", true);

        assertThat(map("ben").status()).isEqualTo(200);
        var back = ignore("anna", false);

        assertThat(published()).containsExactly("ben");
        assertThat(back.body().get("accountHeldBy").asString()).isEqualTo("ben");
        assertThat(actions("anna")).endsWith("technician.not-ignored", "mapping.conflict");
    }

    @Test
    void letsAnIgnoredTechnicianTakeNothing() {
        ignore("ben", true);

        assertThat(map("ben").status()).isEqualTo(409);
        desk.put(ROUTE + "anna/teams-mapping", "{}");
        assertThat(map("ben").status()).isEqualTo(200);

        assertThat(published()).isEmpty();
    }

    @Test
    void staysOverUploads() {
        ignore("anna", true);

        desk.upload("technicianId,displayName,active\nanna,Anna B,false\n");
        desk.upload("technicianId,displayName,active\nanna,Anna B,true\n");

        assertThat(desk.get(ROUTE + "anna").body().get("ignored").asBoolean()).isTrue();
        assertThat(published()).isEmpty();
        assertThat(actions("anna")).doesNotContain("mapping.conflict");
    }

    @Test
    void changesNothingWhereItIsSoAlready() {
        var first = ignore("anna", true);

        var second = ignore("anna", true);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(actions("anna").stream().filter("technician.ignored"::equals)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anna|{}|422|/ignored",
                "anna|{\"ignored\": null}|422|/ignored",
                "anna|{\"ignored\": \"yes\"}|400|/ignored",
                "anna|{\"ignore\": true}|400|/ignore",
            })
    void namesTheFieldThatItRefuses(String technician, String body, int status, String pointer) {
        var answer = desk.put(ROUTE + technician + "/ignored", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void comparesTheETag() {
        var tag = String.valueOf(desk.get(ROUTE + "anna").header("ETag"));
        ignore("anna", true);

        var answer = desk.put(ROUTE + "anna/ignored", Map.of("ignored", false), "If-Match", tag);

        assertThat(answer.status()).isEqualTo(412);
        assertThat(published()).isEmpty();
    }

    @Test
    void knowsNobodyElseAndNeedsTheScopeWrite() {
        var reader = api.desk(desk.id(), Scope.READ);

        assertThat(ignore("nobody", true).status()).isEqualTo(404);
        assertThat(reader.put(ROUTE + "anna/ignored", "{\"ignored\":true}").status())
                .isEqualTo(403);
    }

    private TestApi.Answer ignore(String technician, boolean ignored) {
        return desk.put(ROUTE + technician + "/ignored", Map.of("ignored", ignored));
    }

    private TestApi.Answer map(String technician) {
        return desk.put(
                ROUTE + technician + "/teams-mapping",
                Map.of(
                        "microsoftUserId",
                        account.id().toString(),
                        "userPrincipalName",
                        String.valueOf(account.userPrincipalName())));
    }

    private List<String> published() {
        return api.database()
                .transactions()
                .in(
                        desk.id(),
                        it ->
                                it.select(MAPPING.TECHNICIAN_ID)
                                        .from(MAPPING)
                                        .where(MAPPING.PUBLISHED_ACCOUNT.isNotNull())
                                        .fetch(MAPPING.TECHNICIAN_ID));
    }

    private List<String> actions(String technicianId) {
        return api.database()
                .transactions()
                .in(
                        desk.id(),
                        it ->
                                it.select(AUDIT_ENTRY.ACTION)
                                        .from(AUDIT_ENTRY)
                                        .where(AUDIT_ENTRY.TECHNICIAN_ID.eq(technicianId))
                                        .orderBy(AUDIT_ENTRY.AUDIT_ENTRY_ID)
                                        .fetch(AUDIT_ENTRY.ACTION));
    }

    /** The version of the mark of anna's mapping. */
    private long mark() {
        return api.database()
                .transactions()
                .in(
                        desk.id(),
                        it ->
                                it.select(MARK.VERSION)
                                        .from(MARK)
                                        .where(MARK.TECHNICIAN_ID.eq("anna"))
                                        .fetchSingle()
                                        .value1());
    }
}

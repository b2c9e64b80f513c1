package org.teamsavailability.mapping.technician.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.MARK;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.FakeDirectory;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
@ResourceLock("the directory of SharedApi")
class TeamsMappingControllerTest {

    private final TestApi api;
    private final FakeDirectory directory;

    private TestApi.Desk desk;
    private Account account;

    TeamsMappingControllerTest(TestApi api) {
        this.api = api;
        directory = api.directory();
    }

    @BeforeEach
    void aConnectedDeskWithTechnicians() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        desk.connect("GRANTED");
        desk.upload("technicianId,displayName\nanna,Anna\nben,Ben\n");
        account = directory.account(desk.tenant(), "Anna@Contoso.test");
    }

    @AfterEach
    void microsoftAnswersAgain() {
        directory.failWith(null);
    }

    @Test
    void mapsByHandWithMicrosoftsOwnSpelling() {
        var before = get("anna");

        var answer =
                map(
                        "anna",
                        account.id().toString().toUpperCase(Locale.ROOT),
                        "\u00a0anna@contoso.TEST\u200b ");

        assertThat(answer.status()).isEqualTo(200);
        var mapping = answer.body().get("mapping");
        assertThat(mapping.get("microsoftUserId").asString()).isEqualTo(account.id().toString());
        assertThat(mapping.get("userPrincipalName").asString()).isEqualTo("Anna@Contoso.test");
        assertThat(mapping.get("origin").asString()).isEqualTo("MANUAL");
        assertThat(answer.header("ETag"))
                .isNotEqualTo(before.header("ETag"))
                .isEqualTo(get("anna").header("ETag"));
        assertThat(actions("anna")).containsExactly("technician.created", "mapping.set");
        assertThat(marks("anna")).isEqualTo(1);
    }

    @Test
    void changesNothingWhereTheSameIsSetAgain() {
        var before = map("anna", account);
        var marks = versionOfMark("anna");

        var answer = map("anna", account);

        assertThat(answer.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(versionOfMark("anna")).isEqualTo(marks);
        assertThat(actions("anna")).hasSize(2);
    }

    @Test
    void makesAnAutoMappingManual() {
        autoMapped("anna", account);

        var answer = map("anna", account);

        assertThat(answer.body().get("mapping").get("origin").asString()).isEqualTo("MANUAL");
    }

    @Test
    void mapsAnAccountThatNobodyCanSignInWithAndSaysSo() {
        var answer = map("anna", directory.disabled(desk.tenant(), "gone@contoso.test"));

        assertThat(answer.body().get("mapping").get("accountState").asString())
                .isEqualTo("DISABLED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"microsoftUserId\":null,\"userPrincipalName\":null}",
                "{\"microsoftUserId\":\"\",\"userPrincipalName\":\" \"}",
                "{}"
            })
    void removesTheMappingWhereBothFieldsAreEmptyWithoutAskingMicrosoft(String body) {
        map("anna", account);
        int asked = directory.asked();

        var answer = desk.put(route("anna"), body);
        var again = desk.put(route("anna"), body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("mapping").isNull()).isTrue();
        assertThat(again.status()).isEqualTo(200);
        assertThat(directory.asked()).isEqualTo(asked);
        assertThat(actions("anna"))
                .containsExactly("technician.created", "mapping.set", "mapping.removed");
    }

    @ParameterizedTest
    @CsvSource({
        "'', someone@contoso.test, microsoftUserId is empty",
        "11111111-2222-3333-4444-555555555555, , userPrincipalName is empty",
        "1-2-3-4-5, someone@contoso.test, /microsoftUserId is not a GUID",
        "11111111-2222-3333-4444-555555555555, someone@contoso.test, has no account 11111111-",
    })
    void refusesWhatIsNoAccount(@Nullable String id, @Nullable String name, String detail) {
        var answer = map("anna", id, name);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("detail").asString()).contains(detail);
        assertThat(get("anna").body().get("mapping").isNull()).isTrue();
    }

    @Test
    void refusesTheIdAndTheSignInNameOfTwoAccounts() {
        directory.account(desk.tenant(), "other@contoso.test");

        var answer = map("anna", account.id().toString(), "other@contoso.test");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("detail").asString()).contains("of one account");
    }

    @Test
    void refusesAnAccountThatAnotherTechnicianWasGivenByHand() {
        map("ben", account);

        var answer = map("anna", account);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().get("type").asString())
                .isEqualTo("urn:teams-availability:account-taken");
        assertThat(answer.body().get("technicianId").asString()).isEqualTo("ben");
        assertThat(get("ben").body().get("mapping").isNull()).isFalse();
    }

    @Test
    void takesAnAccountFromTheAutoMap() {
        autoMapped("ben", account);
        var marks = versionOfMark("ben");

        var answer = map("anna", account);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(get("ben").body().get("mapping").isNull()).isTrue();
        assertThat(actions("ben")).containsExactly("technician.created", "mapping.removed");
        assertThat(versionOfMark("ben")).isGreaterThan(marks);
    }

    @Test
    void saysWhoHasTheAccountOfATechnicianWhoReturns() {
        map("anna", account);
        active("anna", false);
        var taken = map("ben", account);

        active("anna", true);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(heldBy("anna")).isEqualTo("ben");
        assertThat(heldBy("ben")).isNull();
        assertThat(published()).containsExactly("ben");
        assertThat(actions("anna"))
                .containsExactly(
                        "technician.created",
                        "mapping.set",
                        "technician.updated",
                        "technician.updated",
                        "mapping.conflict");
    }

    @Test
    void auditsAConflictOnceWhileItLasts() {
        map("anna", account);
        active("anna", false);
        map("ben", account);
        active("anna", true);

        desk.upload("technicianId,displayName\nanna,Anna B\n");

        assertThat(actions("anna")).containsOnlyOnce("mapping.conflict");
    }

    @Test
    void passesTheAccountOnToTheOneWhoWaitsForIt() {
        map("anna", account);
        active("anna", false);
        map("ben", account);
        active("anna", true);
        var before = get("anna").header("ETag");
        var marks = versionOfMark("anna");

        active("ben", false);

        assertThat(published()).containsExactly("anna");
        assertThat(heldBy("anna")).isNull();
        assertThat(get("anna").header("ETag")).isNotEqualTo(before);
        assertThat(versionOfMark("anna")).isGreaterThan(marks);
    }

    @Test
    void passesTheAccountOfAnErasedTechnicianOn() {
        map("anna", account);
        active("anna", false);
        map("ben", account);
        active("anna", true);

        desk.delete("/public-api/technicians/ben");

        assertThat(published()).containsExactly("anna");
    }

    @Test
    void takesNoAccountForATechnicianWhoIsInactive() {
        autoMapped("ben", account);
        active("anna", false);

        var answer = map("anna", account);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(published()).containsExactly("ben");
    }

    @Test
    void refusesAnAccountThatSomebodyHasToTheOneWhoReturned() {
        map("anna", account);
        active("anna", false);
        map("ben", account);
        active("anna", true);

        var answer = map("anna", directory.account(desk.tenant(), "other@contoso.test"));
        var back = map("anna", account);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.body().get("technicianId").asString()).isEqualTo("ben");
        assertThat(back.body().get("detail").asString()).contains("\"ben\"");
    }

    @Test
    void letsOneOfManyWhoReturnHaveTheAccount() {
        var technicians = IntStream.range(0, 6).mapToObj(it -> "t" + it).toList();
        technicians.forEach(it -> {
            desk.upload("technicianId,displayName\n" + it + ",T\n");
            map(it, account);
            active(it, false);
        });

        var statuses =
                technicians.stream()
                        .map(id -> CompletableFuture.supplyAsync(() -> active(id, true).status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(published()).hasSize(1);
    }

    @Test
    void letsOneOfManyHaveTheAccount() {
        var technicians = IntStream.range(0, 6).mapToObj(it -> "t" + it).toList();
        desk.upload("technicianId,displayName\n" + String.join(",T\n", technicians) + ",T\n");

        var statuses =
                technicians.stream()
                        .map(id -> CompletableFuture.supplyAsync(() -> map(id, account).status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void changesOnlyWhatTheCallerHasSeen() {
        var seen = String.valueOf(get("anna").header("ETag"));
        map("anna", account);

        var stale = desk.put(route("anna"), "{}", "If-Match", seen);
        var weak = desk.put(route("anna"), "{}", "If-Match", "W/" + get("anna").header("ETag"));
        var nonsense = desk.put(route("anna"), "{}", "If-Match", "x");
        var any = desk.put(route("anna"), "{}", "If-Match", "*");
        var known =
                desk.put(
                        route("anna"),
                        body(account.id().toString(), "anna@contoso.test"),
                        "If-Match",
                        "\"x\", " + any.header("ETag"));

        assertThat(List.of(stale, weak, nonsense))
                .extracting(TestApi.Answer::status)
                .containsOnly(412);
        assertThat(any.status()).isEqualTo(200);
        assertThat(known.status()).isEqualTo(200);
    }

    @Test
    void letsOneOfManyWithTheSameETagChange() {
        var seen = String.valueOf(get("anna").header("ETag"));
        var accounts =
                IntStream.range(0, 6)
                        .mapToObj(it -> directory.account(desk.tenant(), it + "@contoso.test"))
                        .toList();

        var statuses =
                accounts.stream()
                        .map(it -> CompletableFuture.supplyAsync(() -> put("anna", it, seen)))
                        .toList()
                        .stream()
                        .map(it -> it.join().status())
                        .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void wantsAConnectedTenantThatConsented() {
        var unconnected = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        unconnected.upload("technicianId,displayName\nanna,Anna\n");
        var revoked = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        revoked.connect("REVOKED");
        revoked.upload("technicianId,displayName\nanna,Anna\n");
        var body = body(account.id().toString(), "anna@contoso.test");

        var first = unconnected.put(route("anna"), body);
        var second = revoked.put(route("anna"), body);

        assertThat(first.status()).isEqualTo(409);
        assertThat(first.body().get("type").asString()).endsWith(":not-connected");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().get("type").asString()).endsWith(":consent-missing");
    }

    @Test
    void looksInTheDesksOwnTenantOnly() {
        var other = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
        other.connect("GRANTED");
        other.upload("technicianId,displayName\nanna,Anna\n");

        var answer = other.put(route("anna"), body(account.id().toString(), "anna@contoso.test"));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void saysThatAPermissionIsMissingWhereNamesAre() {
        var answer = map("anna", directory.nameless(desk.tenant()).id().toString(), "a@b.test");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().get("type").asString()).endsWith(":permission-missing");
        assertThat(answer.body().get("permission").asString()).isEqualTo("User.Read.All");
    }

    @Test
    void tellsOfMicrosoftsFailures() {
        directory.failWith(
                new GraphFailure.Throttled(429, "r-1", Instant.now().plusSeconds(3_600)));
        var throttled = map("anna", account);
        directory.failWith(
                new GraphFailure.PermissionMissing(403, "r-2", GraphPermission.USER_READ_ALL));
        var forbidden = map("anna", account);

        assertThat(throttled.status()).isEqualTo(503);
        assertThat(Integer.parseInt(String.valueOf(throttled.header("Retry-After"))))
                .isBetween(1, 3_600);
        assertThat(forbidden.status()).isEqualTo(409);
        assertThat(forbidden.body().get("microsoftRequestId").asString()).isEqualTo("r-2");
    }

    private TestApi.Answer active(String technicianId, boolean active) {
        return desk.upload(
                "technicianId,displayName,active\n%s,T,%s\n".formatted(technicianId, active));
    }

    private @Nullable String heldBy(String technicianId) {
        var holder = get(technicianId).body().get("accountHeldBy");
        return holder.isNull() ? null : holder.asString();
    }

    private List<String> published() {
        return api.database()
                .transactions()
                .in(
                        desk.id(),
                        it ->
                                it.select(MAPPING.TECHNICIAN_ID)
                                        .from(MAPPING)
                                        .where(MAPPING.PUBLISHED_ACCOUNT.eq(account.id()))
                                        .fetch(MAPPING.TECHNICIAN_ID));
    }

    private TestApi.Answer get(String technicianId) {
        return desk.get("/public-api/technicians/" + technicianId);
    }

    private TestApi.Answer map(String technicianId, Account account) {
        return map(technicianId, account.id().toString(), account.userPrincipalName());
    }

    private TestApi.Answer map(
            String technicianId, @Nullable String id, @Nullable String signInName) {
        return desk.put(route(technicianId), body(id, signInName));
    }

    private TestApi.Answer put(String technicianId, Account account, String ifMatch) {
        return desk.put(
                route(technicianId),
                body(account.id().toString(), account.userPrincipalName()),
                "If-Match",
                ifMatch);
    }

    private static Map<String, @Nullable String> body(@Nullable String id, @Nullable String name) {
        var body = new HashMap<String, @Nullable String>();
        body.put("microsoftUserId", id);
        body.put("userPrincipalName", name);
        return body;
    }

    private static String route(String technicianId) {
        return "/public-api/technicians/" + technicianId + "/teams-mapping";
    }

    private void autoMapped(String technicianId, Account account) {
        api.database()
                .transactions()
                .run(
                        desk.id(),
                        it ->
                                it.insertInto(MAPPING)
                                        .set(MAPPING.SERVICE_DESK_ID, desk.id())
                                        .set(MAPPING.TECHNICIAN_ID, technicianId)
                                        .set(MAPPING.MICROSOFT_TENANT_ID, desk.tenant())
                                        .set(MAPPING.MICROSOFT_USER_ID, account.id())
                                        .set(
                                                MAPPING.USER_PRINCIPAL_NAME,
                                                String.valueOf(account.userPrincipalName()))
                                        .set(MAPPING.ORIGIN, "AUTO_MAPPED")
                                        .set(MAPPING.UPDATED_AT, Instant.now())
                                        .execute());
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

    private int marks(String technicianId) {
        return api.database()
                .transactions()
                .in(desk.id(), it -> it.fetchCount(MARK, MARK.TECHNICIAN_ID.eq(technicianId)));
    }

    private long versionOfMark(String technicianId) {
        return api.database()
                .transactions()
                .in(
                        desk.id(),
                        it ->
                                it.select(MARK.VERSION)
                                        .from(MARK)
                                        .where(MARK.TECHNICIAN_ID.eq(technicianId))
                                        .fetchSingle()
                                        .value1());
    }
}

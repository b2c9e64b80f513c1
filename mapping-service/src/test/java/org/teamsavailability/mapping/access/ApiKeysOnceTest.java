package org.teamsavailability.mapping.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.API_KEY_REQUEST;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.access.persistence.ApiKeyRequestRows;
import org.teamsavailability.mapping.access.persistence.ApiKeyRows;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiKeysOnceTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Set<Scope> ALL = Set.of(Scope.READ, Scope.WRITE);

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final SecureRandom random = new SecureRandom();
    private Caller caller = new Caller("nobody", UUID.randomUUID(), ALL, "nobody");
    private ApiKeySecret calling = ApiKeySecret.random(random);

    @BeforeEach
    void aDeskWithAKey() {
        var desk = "desk-" + UUID.randomUUID();
        database.createDesk(desk, clock(NOW));
        var keys =
                new ApiKeys(
                        new ApiKeyRows(database.asService()),
                        database.deskTransactions(),
                        audit(NOW),
                        random,
                        clock(NOW));
        calling = keys.create(desk, "psa", ALL, "operator").secret();
        caller = Objects.requireNonNull(keys.caller(calling.reveal()));
    }

    @Test
    void knowsARepeatForTwentyFourHours() {
        var made = create(NOW);

        var last = create(NOW.plus(ApiKeysOnce.KEPT).minusMillis(1));
        var later = create(NOW.plus(ApiKeysOnce.KEPT));

        assertThat(last.key()).isEqualTo(made.key());
        assertThat(last.secret().reveal()).isEqualTo(made.secret().reveal());
        assertThat(later.key().id()).isNotEqualTo(made.key().id());
        assertThat(later.secret().reveal()).isNotEqualTo(made.secret().reveal());
    }

    @Test
    void keepsNoSecretAndNoIdempotencyKey() {
        var made = create(NOW);

        var row =
                database.transactions()
                        .in(
                                caller.serviceDeskId(),
                                it -> it.selectFrom(API_KEY_REQUEST).fetchSingle());

        assertThat(row.toString()).doesNotContain("as the client chose", made.secret().reveal());
        assertThat(ApiKeySecret.derived(ApiKeySecret.random(random), row.getSalt()).reveal())
                .isNotEqualTo(made.secret().reveal());
        assertThat(ApiKeySecret.derived(calling, row.getSalt()).reveal())
                .isEqualTo(made.secret().reveal());
    }

    @Test
    void forgetsWhatCannotBeRepeated() {
        create(NOW);

        once(NOW.plus(ApiKeysOnce.KEPT).minusMillis(1)).forgetOld(caller.serviceDeskId());
        assertThat(rows()).isEqualTo(1);

        once(NOW.plus(ApiKeysOnce.KEPT)).forgetOld(caller.serviceDeskId());
        assertThat(rows()).isZero();
    }

    private int rows() {
        return database.transactions()
                .in(caller.serviceDeskId(), it -> it.fetchCount(API_KEY_REQUEST));
    }

    private NewApiKey create(Instant at) {
        return once(at).create(
                        caller, new RepeatableRequest("as the client chose", calling), "new", ALL);
    }

    private ApiKeysOnce once(Instant at) {
        return new ApiKeysOnce(
                new ApiKeyRows(database.asService()),
                new ApiKeyRequestRows(),
                database.deskTransactions(),
                audit(at),
                random,
                clock(at));
    }

    private static Audit audit(Instant at) {
        return new AuditRows(clock(at), JsonMapper.shared());
    }

    private static Clock clock(Instant at) {
        return Clock.fixed(at, ZoneOffset.UTC);
    }
}

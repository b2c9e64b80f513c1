package org.teamsavailability.mapping.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.teamsavailability.mapping.database.Tables.API_KEY;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.access.persistence.ApiKeyRows;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.refusal.RefusedException;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiKeysTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Set<Scope> ALL = Set.of(Scope.values());

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final ApiKeyRows store = new ApiKeyRows(database.asService());
    private final ApiKeys keys = at(NOW);
    private String desk = "";

    @BeforeEach
    void aDesk() {
        desk = "desk-" + UUID.randomUUID();
        database.createDesk(desk, clock(NOW));
    }

    @Test
    void takesAKeyUntilItIsRevoked() {
        var made = keys.create(desk, "psa", ALL, "operator");
        assertThat(keys.caller(made.secret().reveal()))
                .isEqualTo(new Caller(desk, made.key().id(), ALL, "key:" + made.key().id()));

        keys.revoke(desk, made.key().id(), "operator");

        assertThat(keys.caller(made.secret().reveal())).isNull();
    }

    @Test
    void takesBothKeysFor24HoursAfterARotation() {
        var old = keys.create(desk, "psa", ALL, "operator");

        var made = keys.rotate(caller(old), old.key().id());

        assertThat(at(NOW.plus(Duration.ofHours(24)).minusMillis(1)).caller(old.secret().reveal()))
                .isNotNull();
        assertThat(at(NOW.plus(Duration.ofHours(24))).caller(old.secret().reveal())).isNull();
        assertThat(at(NOW.plus(Duration.ofDays(365))).caller(made.secret().reveal())).isNotNull();
        assertThat(made.key().scopes()).isEqualTo(ALL);
    }

    @Test
    void keepsTheHashOfASecretOnlyAndSaysNothingOfIt() {
        var made = keys.create(desk, "psa", ALL, "operator");

        var row = database.transactions().in(desk, it -> it.selectFrom(API_KEY).fetchSingle());

        assertThat(row.toString()).doesNotContain(made.secret().reveal());
        assertThat(made.toString()).doesNotContain(made.secret().reveal());
    }

    @Test
    void doesNotRotateAKeyThatIsBeingRevoked() throws Exception {
        var old = keys.create(desk, "psa", ALL, "operator");
        var caller = caller(old);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<NewApiKey> rotation =
                    database.deskTransactions()
                            .in(
                                    desk,
                                    it -> {
                                        store.revoke(it, old.key().id(), NOW);
                                        var started =
                                                threads.submit(
                                                        () -> keys.rotate(caller, old.key().id()));
                                        await().until(this::somebodyWaitsForALock);
                                        return started;
                                    });

            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(rotation::get)
                    .withMessageContaining("NotFound");
        }
        assertThat(keys.all(desk)).hasSize(1);
    }

    @Test
    void givesNoScopeThatTheCallerDoesNotHave() {
        var all = keys.create(desk, "all", ALL, "operator");
        var writer =
                caller(keys.create(desk, "writer", Set.of(Scope.READ, Scope.WRITE), "operator"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> keys.create(writer, "more", ALL))
                .satisfies(
                        it -> assertThat(it.refusal()).isEqualTo(new ApiKeyRefusal.ScopeMissing()));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> keys.rotate(writer, all.key().id()))
                .satisfies(
                        it -> assertThat(it.refusal()).isEqualTo(new ApiKeyRefusal.ScopeMissing()));
        assertThat(keys.all(desk)).hasSize(2);
    }

    @Test
    void keepsTheNumberOfKeysOfADeskBounded() {
        for (int i = 0; i < ApiKeys.MOST; i++) {
            keys.create(desk, "key " + i, ALL, "operator");
        }

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> keys.create(desk, "one more", ALL, "operator"))
                .satisfies(
                        it -> assertThat(it.refusal()).isEqualTo(new ApiKeyRefusal.TooMany(100)));

        keys.revoke(desk, keys.all(desk).getFirst().id(), "operator");
        assertThat(keys.create(desk, "one more", ALL, "operator")).isNotNull();
    }

    @Test
    void forgetsKeysLongAfterTheyEnded() {
        var revoked = keys.create(desk, "revoked", ALL, "operator");
        var rotated = keys.create(desk, "rotated", ALL, "operator");
        var made = keys.rotate(caller(rotated), rotated.key().id());
        keys.revoke(desk, revoked.key().id(), "operator");
        var end = NOW.plus(ApiKeys.OVERLAP).plus(ApiKeys.SHOWN_AFTER_END);

        at(NOW.plus(ApiKeys.SHOWN_AFTER_END)).forgetEnded(desk);
        var atFirst = keys.all(desk).size();
        at(end.plusMillis(1)).forgetEnded(desk);

        assertThat(atFirst).isEqualTo(3);
        assertThat(keys.all(desk)).extracting(ApiKey::id).containsExactly(made.key().id());
    }

    private boolean somebodyWaitsForALock() {
        return database.asOwner()
                .fetchExists(
                        DSL.selectOne()
                                .from("pg_stat_activity")
                                .where(
                                        "wait_event_type = 'Lock' and datname ="
                                                + " current_database()"));
    }

    private Caller caller(NewApiKey made) {
        return Objects.requireNonNull(keys.caller(made.secret().reveal()));
    }

    private ApiKeys at(Instant now) {
        return new ApiKeys(
                store,
                database.deskTransactions(),
                new AuditRows(clock(now), JsonMapper.shared()),
                new SecureRandom(),
                clock(now));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}

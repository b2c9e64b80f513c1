package org.teamsavailability.mapping.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.OldDatabase;

/** What the migration makes of the scopes of keys. */
@Tag("slow")
class ScopesOfOldKeysTest {

    @AutoClose private final OldDatabase database = new OldDatabase("8");

    @BeforeEach
    void aKeyOfBefore() {
        database.superuser()
                .execute(
                        "insert into service_desk (service_desk_id, audit_key, created_at)"
                                + " values ('northwind', '', now())");
        key("old", "{read,write}");
        database.migrate();
    }

    @Test
    void keepsThoseOfAKeyOfBefore() {
        assertThat(
                        database.superuser()
                                .fetchValue(
                                        "select array_to_string(scopes, ',') from api_key where"
                                                + " name = 'old'"))
                .isEqualTo("read,write");
    }

    @Test
    void allowsAskAndNothingElse() {
        key("new", "{ask}");

        assertThat(database.superuser().fetchCount(database.superuser().selectFrom("api_key")))
                .isEqualTo(2);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> key("other", "{admin}"))
                .withMessageContaining("api_key_scopes_check");
    }

    private void key(String name, String scopes) {
        database.superuser()
                .execute(
                        "insert into api_key (api_key_id, service_desk_id, name, key_hash, scopes,"
                                + " created_at) values (gen_random_uuid(), 'northwind', ?,"
                                + " sha256(?::bytea), ?::text[], now())",
                        name,
                        name,
                        scopes);
    }
}

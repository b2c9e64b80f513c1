package org.teamsavailability.mapping.availability.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.web.IdempotencyKey;
import org.teamsavailability.mapping.web.Problem;

/** The Idempotency-Key is the id of a request that names none. */
class RequestIdsTest {

    private static final String HASH_OF_A_SLASH_B =
            "sha256-c14cddc033f64b9dea80ea675cf280a015e672516090a5626781153dc68fea11";

    @Test
    void takesTheKeyOrTheIdOfTheBody() {
        assertThat(RequestIds.of(new IdempotencyKey("a b"), null)).isEqualTo("a b");
        assertThat(RequestIds.of(null, "mine")).isEqualTo("mine");
        assertThat(RequestIds.of(new IdempotencyKey("mine"), "mine")).isEqualTo("mine");
    }

    @Test
    void hashesAKeyThatIsNoId() {
        assertThat(RequestIds.of(new IdempotencyKey("a/b"), null)).isEqualTo(HASH_OF_A_SLASH_B);
        assertThat(RequestIds.of(new IdempotencyKey("a/b"), HASH_OF_A_SLASH_B))
                .isEqualTo(HASH_OF_A_SLASH_B);
    }

    @Test
    void makesANewIdWithoutBoth() {
        assertThat(UUID.fromString(RequestIds.of(null, null)))
                .isNotEqualTo(UUID.fromString(RequestIds.of(null, null)));
    }

    @Test
    void refusesAKeyAndAnotherId() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> RequestIds.of(new IdempotencyKey("a"), "b"))
                .satisfies(it -> assertThat(it.status().value()).isEqualTo(400));
    }
}

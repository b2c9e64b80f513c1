package org.teamsavailability.enricher.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.TechnicianMapping;

class MappedAccountsTest {

    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private final Map<String, TechnicianMapping> table = new HashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final MappedAccounts known = new MappedAccounts();

    @Test
    void readsARowOnce() {
        table.put("desk/anna", mapping(ACCOUNT));

        assertThat(accountOf("desk/anna")).isEqualTo(ACCOUNT);
        assertThat(accountOf("desk/anna")).isEqualTo(ACCOUNT);

        assertThat(reads).hasValue(1);
    }

    @Test
    void looksForAMissingRowOnce() {
        assertThat(accountOf("desk/anna")).isNull();
        assertThat(accountOf("desk/anna")).isNull();

        assertThat(reads).hasValue(1);
    }

    @Test
    void readsARowAgainOnceItHasChanged() {
        accountOf("desk/anna");
        table.put("desk/anna", mapping(ACCOUNT));
        known.changed("desk/anna");
        assertThat(accountOf("desk/anna")).isEqualTo(ACCOUNT);

        table.put("desk/anna", mapping(OTHER));
        known.changed("desk/anna");

        assertThat(accountOf("desk/anna")).isEqualTo(OTHER);
    }

    @Test
    void readsEveryRowAgainOnceTheTableIsOpenedAgain() {
        table.put("desk/anna", mapping(ACCOUNT));
        accountOf("desk/anna");
        table.clear();

        known.allChanged();

        assertThat(accountOf("desk/anna")).isNull();
    }

    private @Nullable UUID accountOf(String key) {
        return known.of(
                        key,
                        it -> {
                            reads.incrementAndGet();
                            return table.get(it);
                        })
                .account();
    }

    private static TechnicianMapping mapping(UUID account) {
        return TechnicianMapping.newBuilder()
                .setServiceDeskId("desk")
                .setTechnicianId("anna")
                .setMicrosoftUserId(account.toString())
                .setUserPrincipalName("anna@example.com")
                .setOrigin(MappingOrigin.MANUAL)
                .setUpdatedAt(Instant.EPOCH)
                .build();
    }
}

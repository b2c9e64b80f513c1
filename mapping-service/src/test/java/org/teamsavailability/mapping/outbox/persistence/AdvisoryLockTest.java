package org.teamsavailability.mapping.outbox.persistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;

@Tag("slow")
class AdvisoryLockTest {

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final List<Connection> sessions = new ArrayList<>();
    private final AdvisoryLock lock = new AdvisoryLock(this::open);

    private Connection open() throws SQLException {
        var session = database.sessions().getConnection();
        sessions.add(session);
        return session;
    }

    @Test
    void isHeldInTheServicesRoleThoughItsUserMayDoMore() throws Exception {
        try (var _ = requireNonNull(lock.tryTake());
                var statement = sessions.getFirst().createStatement();
                var row = statement.executeQuery("select session_user, current_user")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("postgres");
            assertThat(row.getString(2)).isEqualTo("teams_availability_service");
        }
    }

    @Test
    void isHeldByOneAtATime() {
        try (var _ = requireNonNull(lock.tryTake())) {
            assertThat(lock.tryTake()).isNull();
        }
        try (var again = await().until(lock::tryTake, Objects::nonNull)) {
            assertThat(again.lasts()).isTrue();
        }
    }
}

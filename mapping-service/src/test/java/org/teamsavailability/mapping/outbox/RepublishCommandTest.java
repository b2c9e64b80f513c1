package org.teamsavailability.mapping.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.MARK;

import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.command.Operator;

/** An operator has everything published again, on a real broker. */
@Tag("slow")
class RepublishCommandTest {

    /** So many that the last of them come due a second later than the first. */
    private static final int TECHNICIANS = 2_000;

    private static final int BATCH = 500;

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final DSLContext owner = database.asOwner();
    @AutoClose private final TestTopics topics = new TestTopics();
    @AutoClose private final Operator operator = new Operator(database);
    private final DeskStory desk = new DeskStory(database, "northwind");

    @AutoClose
    private final RelayProcess relay = new RelayProcess(database, topics, Kill.never(), BATCH);

    @BeforeEach
    void aDeskWithManyTechnicians() {
        desk.connected("tenant");
        database.transactions()
                .run(
                        desk.id(),
                        it ->
                                it.execute(
                                        """
                                        insert into technician (service_desk_id, technician_id,
                                            display_name, updated_at)
                                        select {0}, 't' || n, 't', now()
                                        from generate_series(1, {1}) n
                                        """,
                                        DSL.val(desk.id()), DSL.val(TECHNICIANS)));
    }

    @Test
    void waitsUntilAllOfItIsPublishedOfADesk() {
        relay.runner().start();

        assertThat(operator.runs("republish", "--desk", desk.id())).isZero();

        assertThat(marks()).isZero();
        assertThat(operator.out())
                .contains("Technicians to be published again: 2,000", "All of it is published.");
        assertThat(publishedKeys()).isEqualTo(TECHNICIANS + 1);
    }

    @Test
    void waitsUntilAllOfItIsPublishedOfAllDesks() {
        relay.runner().start();

        assertThat(operator.runs("republish")).isZero();

        assertThat(marks()).isZero();
        assertThat(operator.out())
                .contains("Service desks to be published again: 1", "All of it is published.");
        assertThat(publishedKeys()).isEqualTo(TECHNICIANS + 1);
    }

    @Test
    void doesNotWaitWhereItIsToldNotTo() {
        assertThat(operator.runs("republish", "--no-wait")).isZero();

        assertThat(marks()).isEqualTo(TECHNICIANS + 1);
        assertThat(operator.out()).doesNotContain("is published");
    }

    private int marks() {
        return owner.fetchCount(MARK, MARK.KIND.ne("CHECK"));
    }

    private int publishedKeys() {
        return topics.read().stream().map(TestTopics.Read::key).collect(Collectors.toSet()).size();
    }
}

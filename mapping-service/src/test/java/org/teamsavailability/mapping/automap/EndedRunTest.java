package org.teamsavailability.mapping.automap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.automap.persistence.RunTables;
import org.teamsavailability.mapping.connection.persistence.ConnectionRows;
import org.teamsavailability.mapping.outbox.DeskDeletion;
import org.teamsavailability.mapping.outbox.persistence.DeskEntryRows;
import tools.jackson.databind.json.JsonMapper;

/** A run that was ended, by another instance or a stop, while its process went on. */
@Tag("slow")
class EndedRunTest {

    private static final MicrosoftTenant TENANT =
            new MicrosoftTenant(MicrosoftCloud.GLOBAL, AutoMapFixture.TENANT);

    @AutoClose private final AutoMapFixture desk = new AutoMapFixture().connected();
    private final Runs runs =
            new RunTables(
                    desk.database.deskTransactions(),
                    new ConnectionRows(),
                    desk.audit,
                    desk.clock,
                    JsonMapper.shared());
    private final Run run =
            Run.started(
                    UUID.randomUUID(), AutoMapFixture.DESK, List.of(), false, desk.clock.instant());

    @Test
    void concludesNothing() {
        runs.begin(run);
        runs.fail(run, RunFailure.STOPPED);

        assertThatExceptionOfType(RunFailedException.class)
                .isThrownBy(() -> runs.conclude(run, TENANT, Coverage.ALL, "key:1", this::unasked))
                .satisfies(it -> assertThat(it.failure()).isEqualTo(RunFailure.STOPPED));

        var report = Objects.requireNonNull(runs.find(AutoMapFixture.DESK, run.id()));
        assertThat(report.run().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void endsWithItsDesk() {
        runs.begin(run);
        assertThat(
                        new DeskDeletion(
                                        desk.database.deskTransactions(),
                                        desk.database.desks(),
                                        new DeskEntryRows())
                                .of(AutoMapFixture.DESK))
                .isPresent();

        assertThatExceptionOfType(RunFailedException.class)
                .isThrownBy(() -> runs.progress(run, new Progress(1, 2)));
        assertThatExceptionOfType(RunFailedException.class)
                .isThrownBy(() -> runs.conclude(run, TENANT, Coverage.ALL, "key:1", this::unasked));
        assertThatCode(() -> runs.fail(run, RunFailure.STOPPED)).doesNotThrowAnyException();
    }

    private Decision unasked(List<Technician> technicians) {
        throw new AssertionError("A run that was ended decides nothing for " + technicians);
    }
}

package org.teamsavailability.mapping.automap;

import static org.teamsavailability.mapping.database.Tables.CONNECTION;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.SqlTransactions;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.audit.AuditEntry;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.automap.persistence.RunTables;
import org.teamsavailability.mapping.automap.web.FailureWords;
import org.teamsavailability.mapping.connection.persistence.ConnectionRows;
import org.teamsavailability.mapping.technician.MappingOrigin;
import tools.jackson.databind.json.JsonMapper;

/** The desk "northwind" in a database, its tenant, and an auto-map over both. */
public final class AutoMapFixture implements AutoCloseable {

    public static final String DESK = "northwind";
    public static final UUID TENANT = People.id("northwind's tenant");

    public final FakeTenant tenant = new FakeTenant();
    public final MovableClock clock = new MovableClock();
    final TestDatabase database = new TestDatabase();
    final SqlTransactions transactions = database.transactions();
    final Audit audit = new AuditRows(clock, JsonMapper.shared());

    /** What the connection was told of. */
    final List<GraphFailure> refusals = new CopyOnWriteArrayList<>();

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final AutoMap autoMap = newAutoMap();

    public AutoMapFixture() {
        database.createDesk(DESK, clock);
    }

    /** Another instance of the service; it says that a run is alive after each Team only. */
    AutoMap newAutoMap() {
        return new AutoMap(
                new RunTables(
                        database.deskTransactions(),
                        new ConnectionRows(),
                        audit,
                        clock,
                        JsonMapper.shared()),
                tenant,
                new FailureWords(clock),
                (_, failure) -> refusals.add(failure),
                clock,
                meters,
                Duration.ofDays(1));
    }

    AutoMapFixture connected() {
        transactions.run(
                DESK,
                it ->
                        it.insertInto(CONNECTION)
                                .set(CONNECTION.SERVICE_DESK_ID, DESK)
                                .set(CONNECTION.MICROSOFT_TENANT_ID, TENANT)
                                .set(CONNECTION.CLOUD, "GLOBAL")
                                .set(CONNECTION.CONSENT, "GRANTED")
                                .set(CONNECTION.UPDATED_AT, clock.instant())
                                .execute());
        return this;
    }

    void technician(String id, @Nullable String email) {
        transactions.run(
                DESK,
                it ->
                        it.insertInto(TECHNICIAN)
                                .set(TECHNICIAN.SERVICE_DESK_ID, DESK)
                                .set(TECHNICIAN.TECHNICIAN_ID, id)
                                .set(TECHNICIAN.DISPLAY_NAME, id)
                                .set(TECHNICIAN.EMAIL, email)
                                .set(TECHNICIAN.UPDATED_AT, clock.instant())
                                .execute());
    }

    void mapped(String technician, MappingOrigin origin, Account account) {
        transactions.run(
                DESK,
                it ->
                        it.insertInto(MAPPING)
                                .set(MAPPING.SERVICE_DESK_ID, DESK)
                                .set(MAPPING.TECHNICIAN_ID, technician)
                                .set(MAPPING.MICROSOFT_TENANT_ID, TENANT)
                                .set(MAPPING.MICROSOFT_USER_ID, account.id())
                                .set(
                                        MAPPING.USER_PRINCIPAL_NAME,
                                        String.valueOf(account.userPrincipalName()))
                                .set(MAPPING.ORIGIN, origin.name())
                                .set(MAPPING.UPDATED_AT, clock.instant())
                                .execute());
    }

    /** The mapping as the database has it: origin, account and state by technician. */
    Map<String, String> mapping() {
        var mapping = new TreeMap<String, String>();
        transactions.run(
                DESK,
                it ->
                        it.selectFrom(MAPPING)
                                .fetch()
                                .forEach(row ->
                                        mapping.put(
                                                row.getTechnicianId(),
                                                row.getOrigin()
                                                        + " "
                                                        + row.getUserPrincipalName()
                                                        + " "
                                                        + row.getAccountState()
                                                        + " v"
                                                        + row.getVersion())));
        return mapping;
    }

    List<AuditEntry> audited() {
        return database.deskTransactions()
                .in(DESK, it -> audit.newest(it, null, null, 200))
                .reversed();
    }

    StartResult start(UUID... teams) {
        return autoMap.start(DESK, new RunRequest(List.of(teams), false, null, null), "key:1");
    }

    /** Starts a run and waits for its end. */
    RunReport run(UUID... teams) throws InterruptedException {
        return ended(start(teams));
    }

    /** Starts a full run that may clear so many, and waits for its end. */
    RunReport runConfirmed(int clears) throws InterruptedException {
        return ended(autoMap.start(DESK, new RunRequest(List.of(), false, clears, null), "key:1"));
    }

    RunReport dryRun() throws InterruptedException {
        return ended(autoMap.start(DESK, new RunRequest(List.of(), true, null, null), "key:1"));
    }

    RunReport ended(StartResult start) throws InterruptedException {
        var started = (StartResult.Started) start;
        if (!started.endsWithin(Duration.ofMinutes(1))) {
            throw new AssertionError("The run does not end");
        }
        return Objects.requireNonNull(autoMap.find(DESK, started.runId()));
    }

    @Override
    public void close() {
        autoMap.close();
        database.close();
    }

    /** A clock that stands until it is moved. */
    public static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

        public void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}

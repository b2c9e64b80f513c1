package org.teamsavailability.mapping.connection;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.schedule.persistence.RoundRows;

/**
 * Does what is due once a day for each desk, one instance a desk: it takes the desk's mark by
 * moving it on a little, and moves it on a day when all is done. So a round whose process died, or
 * whose check Microsoft did not answer, comes again. What a desk no longer needs goes before the
 * check, which therefore never keeps it.
 */
public final class DailyRounds {

    static final Duration DAY = Duration.ofDays(1);
    static final Duration TAKEN = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(DailyRounds.class);
    private static final int MOST_MARKS = 10_000;

    private final DSLContext database;
    private final PostgresDeskTransactions transactions;
    private final ConnectionCheck check;
    private final List<Housekeeping> housekeeping;
    private final List<DailyRound> rounds;
    private final Clock clock;
    private final RoundMeters meters;

    public DailyRounds(
            DSLContext database,
            PostgresDeskTransactions transactions,
            ConnectionCheck check,
            List<Housekeeping> housekeeping,
            List<DailyRound> rounds,
            Clock clock,
            MeterRegistry registry) {
        this.database = database;
        this.transactions = transactions;
        this.check = check;
        this.housekeeping = List.copyOf(housekeeping);
        this.rounds = List.copyOf(rounds);
        this.clock = clock;
        this.meters = new RoundMeters(registry);
    }

    /** Does every round that is due now. */
    void doWhatIsDue() {
        try {
            RoundRows.desksDue(database, clock.instant(), MOST_MARKS)
                    .forEach(desk -> attempt(desk, this::round));
        } catch (RuntimeException e) {
            LOG.warn("The rounds that are due could not be read", e);
        }
    }

    private void attempt(String serviceDeskId, Consumer<String> work) {
        try {
            work.accept(serviceDeskId);
        } catch (RuntimeException e) {
            failed(serviceDeskId, e);
        }
    }

    private void round(String serviceDeskId) {
        if (!take(serviceDeskId)) {
            return;
        }
        housekeeping.forEach(it -> attempt(serviceDeskId, it::of));
        if (!check.check(serviceDeskId).decided()) {
            meters.undecided();
            return;
        }
        rounds.forEach(it -> attempt(serviceDeskId, it::of));
        transactions.run(serviceDeskId, it -> RoundRows.dueAt(it, clock.instant().plus(DAY)));
        meters.done(clock.instant());
    }

    private boolean take(String serviceDeskId) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    var now = clock.instant();
                    boolean due = RoundRows.isDue(transaction, now);
                    if (due) {
                        RoundRows.dueAt(transaction, now.plus(TAKEN));
                    }
                    return due;
                });
    }

    private void failed(String serviceDeskId, RuntimeException failure) {
        meters.failed();
        LOG.atWarn()
                .setMessage("A daily round failed")
                .addKeyValue("serviceDeskId", serviceDeskId)
                .setCause(failure)
                .log();
    }
}

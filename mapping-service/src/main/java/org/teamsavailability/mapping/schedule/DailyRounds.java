package org.teamsavailability.mapping.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teamsavailability.mapping.desk.DeskTransactions;

/**
 * Does what is due once a day for each desk, one instance a desk: it takes the desk's mark by
 * moving it on a little, and moves it on a day when all is done. So a round whose process died, or
 * that could not be done, comes again. What a desk no longer needs goes before the rounds, which
 * therefore never keep it.
 */
public final class DailyRounds {

    static final Duration DAY = Duration.ofDays(1);
    static final Duration TAKEN = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(DailyRounds.class);
    private static final int MOST_MARKS = 10_000;

    private final RoundStore marks;
    private final DeskTransactions transactions;
    private final List<Housekeeping> housekeeping;
    private final List<DailyRound> rounds;
    private final Clock clock;
    private final RoundMeters meters;

    public DailyRounds(
            RoundStore marks,
            DeskTransactions transactions,
            List<Housekeeping> housekeeping,
            List<DailyRound> rounds,
            Clock clock,
            MeterRegistry registry) {
        this.marks = marks;
        this.transactions = transactions;
        this.housekeeping = List.copyOf(housekeeping);
        this.rounds = List.copyOf(rounds);
        this.clock = clock;
        this.meters = new RoundMeters(registry);
    }

    /** Does every round that is due now. */
    void doWhatIsDue() {
        try {
            marks.desksDue(clock.instant(), MOST_MARKS).forEach(desk -> attempt(desk, this::round));
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
        for (DailyRound round : rounds) {
            if (!isDone(serviceDeskId, round)) {
                meters.undecided();
                return;
            }
        }
        transactions.run(serviceDeskId, it -> marks.dueAt(it, clock.instant().plus(DAY)));
        meters.done(clock.instant());
    }

    private boolean isDone(String serviceDeskId, DailyRound round) {
        if (round.isNeeded()) {
            return round.of(serviceDeskId);
        }
        try {
            return round.of(serviceDeskId);
        } catch (RuntimeException e) {
            failed(serviceDeskId, e);
            return true;
        }
    }

    private boolean take(String serviceDeskId) {
        return transactions.in(
                serviceDeskId,
                transaction -> {
                    var now = clock.instant();
                    boolean due = marks.isDue(transaction, now);
                    if (due) {
                        marks.dueAt(transaction, now.plus(TAKEN));
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

package org.teamsavailability.mapping.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** How daily rounds are put together, and what is done later. */
@Configuration
class ScheduleWiring {

    private static final Duration ROUNDS_EVERY = Duration.ofMinutes(1);

    @Bean(destroyMethod = "close")
    VirtualThreadScheduler connectionWork() {
        return new VirtualThreadScheduler();
    }

    /** Starts with the service, and continues until the service stops. */
    @Bean
    DailyRounds dailyRounds(
            RoundStore marks,
            DeskTransactions transactions,
            ObjectProvider<Housekeeping> housekeeping,
            ObjectProvider<DailyRound> rounds,
            VirtualThreadScheduler work,
            Clock clock,
            MeterRegistry meters) {
        var daily =
                new DailyRounds(
                        marks,
                        transactions,
                        housekeeping.orderedStream().toList(),
                        rounds.orderedStream().toList(),
                        clock,
                        meters);
        work.every(ROUNDS_EVERY, daily::doWhatIsDue);
        return daily;
    }
}

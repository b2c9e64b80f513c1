package org.teamsavailability.mapping.availability;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.schedule.Housekeeping;
import org.teamsavailability.mapping.settings.AskingSettings;

/** How requests over HTTP are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AskingSettings.class)
class AvailabilityWiring {

    /** Old requests that one transaction deletes. */
    private static final int DELETED_AT_A_TIME = 5_000;

    @Bean
    AttemptTimes attemptTimes(AskingSettings settings) {
        return AttemptTimes.of(settings.publishWithin());
    }

    @Bean
    WaitingCalls waitingCalls(AskingSettings settings) {
        return new WaitingCalls(settings.waiting(), settings.waitingPerDesk());
    }

    /** The end of the service waits for what it does; none of it takes long. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    ExecutorService askingWork() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    AvailabilityRequests availabilityRequests(
            DeskTransactions transactions,
            RequestStore requests,
            RequestStream stream,
            AnswerStream answers,
            AttemptTimes times,
            WaitingCalls calls,
            @Qualifier("askingWork") ExecutorService askingWork,
            MeterRegistry meters,
            Clock clock) {
        var time = MonotonicTime.ofSystem();
        var batches = new RequestBatches(transactions, requests, times, time, askingWork);
        return new AvailabilityRequests(
                new Acceptance(transactions, requests, batches, stream, times, time),
                batches,
                transactions,
                requests,
                answers,
                calls,
                new RequestMeters(meters, calls),
                clock,
                time);
    }

    /** Of a desk that asks, its requests delete older ones too. */
    @Bean
    Housekeeping oldRequests(DeskTransactions transactions, RequestStore requests) {
        return serviceDeskId -> {
            while (transactions.in(serviceDeskId, it -> requests.deleteOld(it, DELETED_AT_A_TIME))
                    == DELETED_AT_A_TIME) {
                // another transaction for the next ones, so that none takes long
            }
        };
    }
}

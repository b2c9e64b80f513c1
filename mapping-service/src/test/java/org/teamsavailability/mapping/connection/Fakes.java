package org.teamsavailability.mapping.connection;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.teamsavailability.mapping.availability.FakeStreams;

/** What of the service's surroundings a test arranges. */
@TestConfiguration
public class Fakes {

    @Bean
    @Primary
    public FakeMicrosoft fakeMicrosoft() {
        return new FakeMicrosoft();
    }

    /** In the place of both topics of requests over HTTP. */
    @Bean
    @Primary
    public FakeStreams fakeStreams() {
        return new FakeStreams();
    }

    @Bean
    @Primary
    public MovableClock movableClock() {
        return new MovableClock();
    }
}

package org.teamsavailability.mapping.connection;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What of the service's surroundings a test arranges. */
@TestConfiguration
public class Fakes {

    @Bean
    @Primary
    public FakeMicrosoft fakeMicrosoft() {
        return new FakeMicrosoft();
    }

    @Bean
    @Primary
    public MovableClock movableClock() {
        return new MovableClock();
    }
}

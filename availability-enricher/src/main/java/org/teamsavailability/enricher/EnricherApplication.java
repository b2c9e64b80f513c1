package org.teamsavailability.enricher;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Answers dispatch requests from Teams. */
@SpringBootApplication
public class EnricherApplication {

    /** Starts the service; a missing or contradictory setting ends it with an explanation. */
    public static void main(String[] args) {
        SpringApplication.run(EnricherApplication.class, args);
    }
}

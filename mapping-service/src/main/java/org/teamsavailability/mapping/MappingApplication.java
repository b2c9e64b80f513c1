package org.teamsavailability.mapping;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The mapping service as a program. */
@SpringBootApplication
public class MappingApplication {

    static void main(String[] args) {
        SpringApplication.run(MappingApplication.class, args);
    }
}

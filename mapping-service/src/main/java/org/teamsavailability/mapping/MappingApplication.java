package org.teamsavailability.mapping;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The mapping service as a program. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MappingApplication {

    static void main(String[] args) {
        SpringApplication.run(MappingApplication.class, args);
    }
}

package org.teamsavailability.enricher;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.teamsavailability.settings.MicrosoftSettings;
import org.teamsavailability.settings.telemetry.TelemetryWiring;

/** Answers dispatch requests from Teams; with the command {@code create-topics}, prepares Kafka. */
@SpringBootApplication
@Import(TelemetryWiring.class)
@ConfigurationPropertiesScan(
        basePackageClasses = {EnricherApplication.class, MicrosoftSettings.class})
public class EnricherApplication {

    /** Starts the service; a missing or contradictory setting ends it with an explanation. */
    public static void main(String[] args) {
        if (List.of(args).contains(CreateTopics.NAME)) {
            createTopics(args);
        } else {
            SpringApplication.run(EnricherApplication.class, args);
        }
    }

    private static void createTopics(String[] args) {
        new SpringApplicationBuilder(CreateTopics.class)
                .web(WebApplicationType.NONE)
                .profiles(CreateTopics.NAME)
                .run(args)
                .close();
    }
}

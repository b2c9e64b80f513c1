package org.teamsavailability.enricher;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.teamsavailability.enricher.command.EnricherCommand;
import org.teamsavailability.service.settings.MicrosoftSettings;
import org.teamsavailability.service.telemetry.TelemetryWiring;

/** Answers dispatch requests from Teams, or runs a command of its operator. */
@SpringBootApplication
@Import(TelemetryWiring.class)
@ConfigurationPropertiesScan(
        basePackageClasses = {EnricherApplication.class, MicrosoftSettings.class})
public class EnricherApplication {

    /**
     * Starts the service, where a missing or contradictory setting ends it with an explanation.
     * With a command, or with {@code --train}, it runs that and ends with its exit code.
     */
    public static void main(String[] args) {
        if (Training.isMeantBy(args)) {
            System.exit(Training.run());
        }
        if (EnricherCommand.isMeantBy(args)) {
            System.exit(EnricherCommand.run(args));
        }
        SpringApplication.run(EnricherApplication.class, args);
    }
}

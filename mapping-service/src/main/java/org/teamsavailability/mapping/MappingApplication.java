package org.teamsavailability.mapping;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.teamsavailability.mapping.command.MappingCommand;
import org.teamsavailability.service.settings.MicrosoftSettings;
import org.teamsavailability.service.telemetry.TelemetryWiring;

/** The mapping service as a program: the service, or a command of its operator. */
@SpringBootApplication
@Import(TelemetryWiring.class)
@ConfigurationPropertiesScan(
        basePackageClasses = {MappingApplication.class, MicrosoftSettings.class})
public class MappingApplication {

    /** Starts the service, or runs a command and ends with its exit code. */
    public static void main(String[] args) {
        if (MappingCommand.isMeantBy(args)) {
            System.exit(MappingCommand.run(args));
        }
        SpringApplication.run(MappingApplication.class, args);
    }
}

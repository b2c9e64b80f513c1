package org.teamsavailability.enricher.command;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.teamsavailability.enricher.settings.KafkaSettings;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.schemas.serde.TopicCreation;
import org.teamsavailability.service.settings.RegistrySettings;

/**
 * The service's settings of Kafka and the registry, read as the service reads them, and nothing of
 * the service started. For one thread.
 */
final class InstallationSettings implements Supplier<Access>, AutoCloseable {

    private @Nullable ConfigurableApplicationContext context;

    /** No {@code @Configuration}, so that the service's own scan does not find it. */
    @EnableConfigurationProperties({KafkaSettings.class, RegistrySettings.class})
    static class Bound {}

    /** Reads them, quietly: standard output is the command's. */
    @Override
    public Access get() {
        var started =
                new SpringApplicationBuilder(Bound.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .properties("logging.threshold.console=OFF")
                        .run();
        context = started;
        var kafka = started.getBean(KafkaSettings.class);
        return new Access(
                kafka.client(),
                started.getBean(RegistrySettings.class).forSerdes(),
                new TopicCreation.Settings(
                        kafka.topicPrefix(), kafka.replicationFactor(), kafka.minInsyncReplicas()));
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}

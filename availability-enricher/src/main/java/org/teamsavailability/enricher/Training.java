package org.teamsavailability.enricher;

import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.teamsavailability.enricher.warmup.WarmUp;

/**
 * A run of the service that needs no server: it starts as far as it can, runs the warm-up and ends.
 * A JVM with {@code -XX:AOTCacheOutput} keeps in a file what it learned (JEP 514, JEP 515), and
 * later starts with {@code -XX:AOTCache} are faster by that.
 */
final class Training {

    /** The profile in which no client of Kafka or of the registry is started. */
    static final String PROFILE = "training";

    private static final String ARGUMENT = "--train";

    /** What a start needs; a training calls nobody with it. */
    private static final Map<String, Object> DEFAULTS =
            Map.of(
                    "server.port", "0",
                    "MICROSOFT_CLIENT_ID", "training",
                    "MICROSOFT_CLIENT_SECRET", "training");

    private Training() {}

    static boolean isMeantBy(String[] arguments) {
        return Arrays.asList(arguments).contains(ARGUMENT);
    }

    /**
     * Runs it.
     *
     * @return the exit code: 0 if requests were answered, 1 if not
     */
    static int run() {
        try (var service =
                new SpringApplicationBuilder(EnricherApplication.class)
                        .profiles(PROFILE)
                        .properties(DEFAULTS)
                        .run()) {
            int answered = service.getBean(WarmUp.class).run();
            return SpringApplication.exit(service, () -> answered > 0 ? 0 : 1);
        }
    }
}

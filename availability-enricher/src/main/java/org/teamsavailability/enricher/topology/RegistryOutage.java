package org.teamsavailability.enricher.topology;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.serde.RegistryUnreachableException;

/** Tells a registry that cannot be reached from a record that cannot be read. */
public final class RegistryOutage {

    private static final int DEEPEST_CAUSE = 20;

    private RegistryOutage() {}

    /** Whether the schema registry could not be reached, somewhere among the causes. */
    public static boolean isBehind(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, cause -> cause == null ? null : cause.getCause())
                .limit(DEEPEST_CAUSE)
                .anyMatch(RegistryUnreachableException.class::isInstance);
    }
}

package org.teamsavailability.benchmarks.load;

import java.time.Duration;
import java.util.function.Consumer;
import org.teamsavailability.benchmarks.server.MappingProcess;

/** Asks the mapping-service over HTTP. */
final class HttpRoute implements Route {

    private final MappingProcess service;

    HttpRoute(MappingProcess service) {
        this.service = service;
    }

    @Override
    public Session open(double perSecond, Consumer<ReceivedAnswer> target) {
        return new HttpSession(service, target);
    }

    @Override
    public Duration cpu() {
        return service.cpu();
    }
}

package org.teamsavailability.benchmarks.arm;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.teamsavailability.enricher.EnricherApplication;
import org.teamsavailability.enricher.teams.TeamsGateway;

/** The enricher with its own settings and wiring; only the gateway is replaced. */
final class PassThroughArm {

    private PassThroughArm() {}

    /** Starts it; the process lives on until it is stopped. */
    static void run() {
        var application = new SpringApplication(EnricherApplication.class);
        application.addInitializers(
                context -> context.getBeanFactory().addBeanPostProcessor(new ReplaceGateway()));
        application.run();
    }

    private static final class ReplaceGateway implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof TeamsGateway ? new MemoryGateway() : bean;
        }
    }
}

package org.teamsavailability.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

class BuildInfoTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void showsTheReleaseAndItsJava() {
        var properties = new Properties();
        properties.setProperty("version", "1.2.3");
        bind(new BuildProperties(properties));

        assertThat(
                        registry.get("teams.availability.build.info")
                                .tag("version", "1.2.3")
                                .tag("java_version", Runtime.version().toString())
                                .gauge()
                                .value())
                .isOne();
    }

    @Test
    void isAbsentWithoutABuild() {
        bind();

        assertThat(registry.getMeters()).isEmpty();
    }

    private void bind(Object... beans) {
        var factory = new StaticListableBeanFactory();
        for (Object bean : beans) {
            factory.addBean("build", bean);
        }
        new TelemetryWiring()
                .buildInfo(factory.getBeanProvider(BuildProperties.class))
                .bindTo(registry);
    }
}

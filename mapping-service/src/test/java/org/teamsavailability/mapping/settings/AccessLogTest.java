package org.teamsavailability.mapping.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class AccessLogTest {

    /** {@code %r}, {@code %q} and the formats common and combined hold the query. */
    @Test
    void holdsNoQueryWhereItIsTurnedOn() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));

        var pattern =
                Objects.requireNonNull(yaml.getObject())
                        .getProperty("server.tomcat.accesslog.pattern");

        assertThat(pattern).contains("%U").doesNotContain("%r", "%q", "common", "combined");
        assertThat(pattern).doesNotContainIgnoringCase("referer");
    }
}

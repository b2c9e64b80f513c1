package org.teamsavailability.mapping.server;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.settings.LimitSettings;

/** The server of the API and the pages. */
@Configuration
class ServerConfiguration {

    @Bean
    ServerLimits limitsOfTheServer(LimitSettings limits) {
        return new ServerLimits(limits);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitsOfAClient(
            LimitSettings limits) {
        return factory -> factory.addEngineValves(new ClientValve(limits));
    }
}

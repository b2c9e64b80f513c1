package org.teamsavailability.mapping.web;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Tomcat refuses by itself. A {@code %5C} is accepted, because an id may hold a backslash;
 * {@code %2F} and {@code %00} do not, because no id holds a slash or a control character.
 */
@Configuration
class ServerRefusals {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
        return factory -> {
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent())
                            .setErrorReportValveClass(ProblemReportValve.class.getName()));
            factory.addConnectorCustomizers(connector ->
                    connector.setEncodedReverseSolidusHandling(
                            EncodedSolidusHandling.PASS_THROUGH.getValue()));
        };
    }
}

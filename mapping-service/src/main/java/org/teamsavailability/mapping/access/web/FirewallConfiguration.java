package org.teamsavailability.mapping.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemWriter;
import org.teamsavailability.mapping.web.RequestIdFilter;

/**
 * Which requests come in at all. The id of a technician may hold {@code ;}, {@code %}, {@code \}
 * and dots: encoded in percent these go on, because both the rules of who may do what and the
 * routes look at the same path, split before it is decoded. As they are, {@code ;} and {@code \}
 * stay outside, and so do encoded slashes and control characters, which no id holds. Methods are no
 * matter of the firewall: the rules refuse unknown ones without a key, and the routes with one, by
 * a 405 that names those they take.
 */
@Configuration
class FirewallConfiguration {

    @Bean
    HttpFirewall httpFirewall() {
        var strict =
                new StrictHttpFirewall() {
                    @Override
                    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                        if (request.getRequestURI().indexOf(';') >= 0) {
                            throw new RequestRejectedException("A path parameter");
                        }
                        return super.getFirewalledRequest(request);
                    }
                };
        strict.setUnsafeAllowAnyHttpMethod(true);
        strict.setAllowSemicolon(true);
        strict.setAllowUrlEncodedPercent(true);
        strict.setAllowUrlEncodedPeriod(true);
        strict.setAllowBackSlash(true);
        return strict;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, _) -> {
            RequestIdFilter.identify(request, response);
            problems.write(request, response, Problem.unreadable());
        };
    }
}

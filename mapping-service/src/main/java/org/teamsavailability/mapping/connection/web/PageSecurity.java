package org.teamsavailability.mapping.connection.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.teamsavailability.mapping.web.RequestIdFilter;

/** The pages of the consent flow, which browsers open without a key, and nothing beside them. */
@Configuration
class PageSecurity {

    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** Each form has a state of its own against forgery, bound to the browser's cookie. */
    @Bean
    @Order(2)
    SecurityFilterChain consentPageSecurity(HttpSecurity http) {
        return http.securityMatcher("/teams-availability/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(it ->
                        it.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterBefore(new RequestIdFilter(), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(it ->
                        it.requestMatchers(
                                        HttpMethod.GET,
                                        "/teams-availability/consent",
                                        "/teams-availability/sign-in",
                                        "/teams-availability/pages.css")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/teams-availability/connect")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }
}

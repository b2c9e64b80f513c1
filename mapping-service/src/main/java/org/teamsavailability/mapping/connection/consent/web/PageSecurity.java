package org.teamsavailability.mapping.connection.consent.web;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.teamsavailability.mapping.web.RequestIdFilter;

/** The pages of the consent flow, which browsers open without a key, and nothing else. */
@Configuration
class PageSecurity {

    /** A form's redirect must stay here too, since {@code form-action} holds for where it ends. */
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final HeaderWriter LANGUAGE =
            new StaticHeadersWriter(HttpHeaders.CONTENT_LANGUAGE, "en");

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
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                                .addHeaderWriter(LANGUAGE))
                .addFilterBefore(new RequestIdFilter(), BasicAuthenticationFilter.class)
                .exceptionHandling(it ->
                        it.authenticationEntryPoint((request, response, _) ->
                                request.getRequestDispatcher(ConnectPages.MISSING)
                                        .forward(request, response)))
                .authorizeHttpRequests(it ->
                        it.dispatcherTypeMatchers(DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        HttpMethod.GET,
                                        "/teams-availability/consent",
                                        "/teams-availability/sign-in",
                                        ConnectPages.CONNECT,
                                        ConnectPages.CONNECTED,
                                        "/teams-availability/setup",
                                        "/teams-availability/pages.css")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, ConnectPages.CONNECT)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }
}

package org.teamsavailability.mapping.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.settings.ApiSettings;
import org.teamsavailability.mapping.settings.AskingSettings;
import org.teamsavailability.mapping.settings.LimitSettings;
import org.teamsavailability.mapping.web.McpRoute;
import org.teamsavailability.mapping.web.NothingHere;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemWriter;
import org.teamsavailability.mapping.web.RefusalProblems;
import org.teamsavailability.mapping.web.RequestIdFilter;
import org.teamsavailability.mapping.web.Routes;
import tools.jackson.databind.json.JsonMapper;

/** Who may call which route; what is not named here, nobody. */
@Configuration
class SecurityConfiguration {

    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    /**
     * The server's own observation is of the whole request; one of each filter costs and says
     * little.
     */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The public API and the MCP server: stateless, an API key for all but the contract itself. */
    @Bean
    @Order(1)
    SecurityFilterChain publicApi(
            HttpSecurity http,
            ApiKeys keys,
            ApiSettings settings,
            LimitSettings limits,
            AskingSettings asking,
            RefusalProblems refusals,
            ProblemWriter problems,
            Routes routes) {
        var rates = new RateLimits(settings.requestsPerMinute());
        var ratesOfAsking = new RateLimits(asking.callsPerMinute());
        var wrongKeys = new WrongKeys(limits.wrongKeysPerMinute());
        return http.securityMatcher("/public-api/**", McpRoute.PATH)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new ApiKeyFilter(
                                keys::caller, rates, ratesOfAsking, wrongKeys, refusals, problems),
                        BasicAuthenticationFilter.class)
                .addFilterBefore(
                        new AskLimitFilter(asking.waitingPerDesk(), problems), ApiKeyFilter.class)
                .addFilterBefore(
                        new OriginFilter(settings.publicUrl(), problems), AskLimitFilter.class)
                .addFilterBefore(new RequestIdFilter(), OriginFilter.class)
                .addFilterAfter(
                        new DeskLimitFilter(limits.requestsPerDesk(), problems), ApiKeyFilter.class)
                .authorizeHttpRequests(it ->
                        it.requestMatchers(HttpMethod.GET, "/public-api/openapi.json")
                                .permitAll()
                                .anyRequest()
                                .access(SecurityConfiguration::decide))
                .exceptionHandling(it ->
                        it.authenticationEntryPoint((request, response, _) ->
                                        problems.write(
                                                request, response, ApiKeyFilter.unauthorized()))
                                .accessDeniedHandler((request, response, _) ->
                                        problems.write(
                                                request,
                                                response,
                                                Objects.requireNonNullElseGet(
                                                        routes.refusal(request),
                                                        () -> scopeMissing(request)))))
                .build();
    }

    /** Health and metrics, on the management port, which is not for the public. */
    @Bean
    @Order(3)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Everything else is not found, until a package says otherwise for its own pages. */
    @Bean
    @Order(100)
    SecurityFilterChain nothingElse(HttpSecurity http, ProblemWriter problems) {
        var nothing = new NothingHere(problems);
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(it -> it.anyRequest().denyAll())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                .addFilterBefore(new RequestIdFilter(), BasicAuthenticationFilter.class)
                .exceptionHandling(it ->
                        it.authenticationEntryPoint(
                                        (request, response, _) -> nothing.write(request, response))
                                .accessDeniedHandler(
                                        (request, response, _) -> nothing.write(request, response)))
                .build();
    }

    private static @Nullable AuthorizationResult decide(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        return AuthorityAuthorizationManager.<RequestAuthorizationContext>hasAnyAuthority(
                        names(context.getRequest()).toArray(String[]::new))
                .authorize(caller, context);
    }

    private static List<String> names(HttpServletRequest request) {
        return RouteScopes.of(request).stream().map(Scope::wireName).toList();
    }

    private static Problem scopeMissing(HttpServletRequest request) {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "scope-missing",
                "The API key lacks the required scope",
                "This request needs the scope %s. Use a key with that scope."
                        .formatted(String.join(" or ", names(request))));
    }
}

package org.teamsavailability.mapping.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.mapping.access.ApiKeyStore;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.command.persistence.CommandDatabase;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.outbox.DeskDeletion;
import org.teamsavailability.mapping.outbox.DeskEntries;
import org.teamsavailability.mapping.outbox.PublicationWait;
import org.teamsavailability.mapping.outbox.Republication;
import org.teamsavailability.mapping.outbox.UnpublishedEntries;
import org.teamsavailability.mapping.tenantcheck.TenantCheck;
import org.teamsavailability.service.settings.MicrosoftSettings;

/**
 * The part of the service that a command needs: the database, migrated, and what changes desks and
 * keys; no web server, no listener, no relay. No {@code @Configuration}, so that the service's own
 * scan does not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JooqAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@EnableConfigurationProperties(MicrosoftSettings.class)
@Import(CommandDatabase.class)
class CommandContext {

    /** How long a command waits while nothing at all is published. */
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    /** A command does one thing at a time, for minutes, next to a service that needs its own. */
    private static final String CONNECTIONS = "--spring.datasource.hikari.maximum-pool-size=1";

    /** Nobody waits for its statements, which may be of a whole desk: they have no time limit. */
    private static final String SESSION =
            "--spring.datasource.hikari.connection-init-sql=set role teams_availability_service";

    /**
     * Starts it, quietly: standard output is the command's.
     *
     * @param settings further settings, {@code --name=value}
     */
    static Supplier<ConfigurableApplicationContext> with(String... settings) {
        return with(new PublicationWait(STANDSTILL, Clock.systemUTC()), settings);
    }

    /** The same for a command that changes nothing: it does not migrate the database either. */
    static Supplier<ConfigurableApplicationContext> reading(String... settings) {
        return with(
                Stream.concat(Stream.of("--spring.flyway.enabled=false"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    /** The same with another patience. */
    static Supplier<ConfigurableApplicationContext> with(
            PublicationWait publication, String... settings) {
        return () ->
                new SpringApplicationBuilder(CommandContext.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .properties("logging.threshold.console=OFF")
                        .initializers(context ->
                                context.getBeanFactory()
                                        .registerSingleton("publicationWait", publication))
                        .run(
                                Stream.concat(Stream.of(CONNECTIONS, SESSION), Stream.of(settings))
                                        .toArray(String[]::new));
    }

    /** Made for the commands alone that ask Microsoft. */
    @Bean
    @Lazy
    MicrosoftGraph microsoftGraph(MicrosoftSettings settings) {
        return MicrosoftGraph.connect(settings.forGraph(), Clock.systemUTC());
    }

    @Bean
    @Lazy
    TenantCheck tenantCheck(
            MicrosoftGraph graph,
            @Value("${teams-availability.tenant-check.between:500ms}") Duration between) {
        return new TenantCheck(graph.inspection(), Clock.systemUTC(), between);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Desks desks(
            DeskTransactions transactions,
            ServiceDesks desks,
            ApiKeyStore keys,
            Audit audit,
            DeskEntries entries,
            UnpublishedEntries unpublished,
            PublicationWait publication,
            SecureRandom random,
            Clock clock) {
        return new Desks(
                transactions,
                desks,
                new ApiKeys(keys, transactions, audit, random, clock),
                audit,
                new Republication(transactions, desks, entries, audit),
                new DeskDeletion(transactions, desks, entries),
                unpublished,
                publication);
    }
}

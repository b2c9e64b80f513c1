package org.teamsavailability.mapping.connection;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.graph.GrantedPermissions;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.ConsentWatch;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.settings.ApiSettings;
import org.teamsavailability.mapping.settings.ConsentSettings;

/** How connections are put together. */
@Configuration
class ConnectionWiring {

    private static final Duration ROUNDS_EVERY = Duration.ofMinutes(1);

    @Bean
    FlowAddresses flowAddresses(ApiSettings api, ConsentSettings consent) {
        return FlowAddresses.of(api.publicUrl(), consent.continueUrl());
    }

    @Bean(destroyMethod = "close")
    VirtualThreadScheduler connectionWork() {
        return new VirtualThreadScheduler();
    }

    @Bean
    Connections connections(PostgresDeskTransactions transactions, AuditRows audit, Clock clock) {
        return new Connections(transactions, audit, clock);
    }

    @Bean
    ConnectionCheck connectionCheck(
            PostgresDeskTransactions transactions,
            GrantedPermissions tokens,
            AuditRows audit,
            Clock clock) {
        return new ConnectionCheck(transactions, tokens, audit, clock);
    }

    @Bean
    ConnectionStatus connectionStatus(Connections connections, ConnectionCheck check, Clock clock) {
        return new ConnectionStatus(connections, check, clock);
    }

    @Bean
    ConsentWatch consentWatch(ConnectionCheck check, Clock clock) {
        return new RefusalCheck(check, clock);
    }

    @Bean
    TeamList teamList(
            ConnectionStatus status,
            Connections connections,
            TenantDirectory directory,
            ConsentWatch watch,
            Clock clock) {
        return new TeamList(status, connections, directory, watch, clock);
    }

    @Bean
    ConsentRequests consentRequests(
            DSLContext database,
            PostgresDeskTransactions transactions,
            SecureRandom random,
            Clock clock) {
        return new ConsentRequests(database, transactions, random, clock);
    }

    @Bean
    ConsentStart consentFlow(
            ConsentRequests requests,
            PostgresDeskTransactions transactions,
            AdminSignIn microsoft,
            FlowAddresses addresses,
            SecureRandom random) {
        return new ConsentStart(requests, transactions, microsoft, addresses, random);
    }

    @Bean
    AdministratorSignIn administratorCheck(
            ConsentRequests requests,
            ConsentStart flow,
            AdminSignIn microsoft,
            FlowAddresses addresses,
            ConsentSettings settings) {
        return new AdministratorSignIn(
                requests, flow, microsoft, addresses, settings.requireAdministrator());
    }

    @Bean
    FlowProgress flowProgress(ConsentRequests requests, PostgresDeskTransactions transactions) {
        return new FlowProgress(requests, transactions);
    }

    @Bean
    TenantNames tenantNames(TenantDirectory directory, VirtualThreadScheduler work) {
        return new TenantNames(directory, work.threads());
    }

    @Bean
    ConsentPropagation consentSpread(
            ConnectionCheck check, VirtualThreadScheduler work, Clock clock) {
        return new ConsentPropagation(check, work, clock);
    }

    @Bean
    TenantConnect tenantLink(
            ConsentRequests requests,
            PostgresDeskTransactions transactions,
            ConnectionCheck check,
            ConsentPropagation spread,
            AuditRows audit,
            Clock clock) {
        return new TenantConnect(requests, transactions, check, spread, audit, clock);
    }

    @Bean
    Housekeeping oldConsentRequests(ConsentRequests requests) {
        return requests::purge;
    }

    /** Begins with the service, and goes on until it stops. */
    @Bean
    DailyRounds dailyRounds(
            DSLContext database,
            PostgresDeskTransactions transactions,
            ConnectionCheck check,
            ObjectProvider<Housekeeping> housekeeping,
            ObjectProvider<DailyRound> rounds,
            VirtualThreadScheduler work,
            Clock clock,
            MeterRegistry meters) {
        var daily =
                new DailyRounds(
                        database,
                        transactions,
                        check,
                        housekeeping.orderedStream().toList(),
                        rounds.orderedStream().toList(),
                        clock,
                        meters);
        work.every(ROUNDS_EVERY, daily::doWhatIsDue);
        return daily;
    }
}

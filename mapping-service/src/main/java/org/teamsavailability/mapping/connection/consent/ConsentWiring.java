package org.teamsavailability.mapping.connection.consent;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.connection.ConnectedMappings;
import org.teamsavailability.mapping.connection.ConnectionCheck;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.schedule.Housekeeping;
import org.teamsavailability.mapping.schedule.VirtualThreadScheduler;
import org.teamsavailability.mapping.settings.ApiSettings;
import org.teamsavailability.mapping.settings.ConsentSettings;

/** How the consent flow is put together. */
@Configuration
class ConsentWiring {

    @Bean
    FlowAddresses flowAddresses(ApiSettings api, ConsentSettings consent) {
        return FlowAddresses.of(api.publicUrl(), consent.continueUrl());
    }

    @Bean
    ConsentRequests consentRequests(
            ConsentRequestStore steps,
            DeskTransactions transactions,
            SecureRandom random,
            Clock clock) {
        return new ConsentRequests(steps, transactions, random, clock);
    }

    @Bean
    ConsentStart consentFlow(
            ConsentRequests requests,
            DeskTransactions transactions,
            ConnectionStore connections,
            AdminSignIn microsoft,
            FlowAddresses addresses,
            SecureRandom random) {
        return new ConsentStart(requests, transactions, connections, microsoft, addresses, random);
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
    FlowProgress flowProgress(
            ConsentRequests requests, DeskTransactions transactions, ConnectionStore connections) {
        return new FlowProgress(requests, transactions, connections);
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
            DeskTransactions transactions,
            ConnectionStore connections,
            ConnectedMappings mappings,
            ConnectionCheck check,
            ConsentPropagation spread,
            Audit audit,
            Clock clock) {
        return new TenantConnect(
                requests, transactions, connections, mappings, check, spread, audit, clock);
    }

    @Bean
    Housekeeping oldConsentRequests(ConsentRequests requests) {
        return requests::purge;
    }
}

package org.teamsavailability.mapping.technician;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.connection.ConnectionStore;
import org.teamsavailability.mapping.connection.ConsentWatch;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;

/** Puts together what takes technicians over and maps them by hand. */
@Configuration
class TechnicianWiring {

    @Bean
    Technicians technicians(
            DeskTransactions transactions,
            ServiceDesks desks,
            TechnicianStore technicians,
            Audit audit,
            Clock clock) {
        return new Technicians(transactions, desks, technicians, audit, clock);
    }

    @Bean
    MappedTechnicians mappedTechnicians(
            DeskTransactions transactions, MappedTechnicianStore technicians) {
        return new MappedTechnicians(transactions, technicians);
    }

    @Bean
    AccountSearch accountSearch(
            DeskTransactions transactions,
            ConnectionStore connections,
            TenantDirectory directory,
            ConsentWatch watch) {
        return new AccountSearch(transactions, connections, directory, watch);
    }

    @Bean
    SeveralMappings severalMappings(
            DeskTransactions transactions,
            MappedTechnicianStore technicians,
            MappingStore mappings,
            ConnectionStore connections,
            Audit audit,
            Clock clock) {
        return new SeveralMappings(transactions, technicians, mappings, connections, audit, clock);
    }

    @Bean
    IgnoredTechnicians ignoredTechnicians(
            DeskTransactions transactions,
            MappedTechnicianStore mapped,
            TechnicianStore technicians,
            Audit audit,
            Clock clock) {
        return new IgnoredTechnicians(transactions, mapped, technicians, audit, clock);
    }

    @Bean
    ManualMappings manualMappings(
            DeskTransactions transactions,
            MappedTechnicianStore technicians,
            MappingStore mappings,
            ConnectionStore connections,
            TenantDirectory directory,
            ConsentWatch watch,
            Audit audit,
            Clock clock) {
        return new ManualMappings(
                transactions, technicians, mappings, connections, directory, watch, audit, clock);
    }
}

package org.teamsavailability.mapping.technician;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.ConsentWatch;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** Puts together what reads mappings and maps by hand. */
@Configuration
class ManualMappingWiring {

    @Bean
    MappedTechnicians mappedTechnicians(DeskTransactions transactions) {
        return new MappedTechnicians(transactions);
    }

    @Bean
    ManualMappings manualMappings(
            DeskTransactions transactions,
            TenantDirectory directory,
            ConsentWatch watch,
            Audit audit,
            Clock clock) {
        return new ManualMappings(transactions, directory, watch, audit, clock);
    }
}

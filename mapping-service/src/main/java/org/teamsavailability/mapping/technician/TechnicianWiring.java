package org.teamsavailability.mapping.technician;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** Puts together what takes technicians over. */
@Configuration
class TechnicianWiring {

    @Bean
    Technicians technicians(DeskTransactions transactions, Audit audit, Clock clock) {
        return new Technicians(transactions, audit, clock);
    }
}

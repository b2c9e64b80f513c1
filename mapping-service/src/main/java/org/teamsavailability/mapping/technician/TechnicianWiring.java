package org.teamsavailability.mapping.technician;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;

/** Puts together what takes technicians over. */
@Configuration
class TechnicianWiring {

    @Bean
    Technicians technicians(PostgresDeskTransactions transactions, AuditRows audit, Clock clock) {
        return new Technicians(transactions, audit, clock);
    }
}

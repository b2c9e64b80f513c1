package org.teamsavailability.mapping.automap;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.audit.persistence.AuditRows;
import org.teamsavailability.mapping.automap.persistence.RunTables;
import org.teamsavailability.mapping.automap.web.FailureWords;
import org.teamsavailability.mapping.desk.ConsentWatch;
import org.teamsavailability.mapping.desk.persistence.PostgresDeskTransactions;
import org.teamsavailability.mapping.web.GraphProblems;
import tools.jackson.databind.json.JsonMapper;

/** How the auto-map is put together. */
@Configuration
class AutoMapWiring {

    @Bean
    AutoMap autoMap(
            PostgresDeskTransactions transactions,
            AuditRows audit,
            TenantDirectory directory,
            ConsentWatch watch,
            Clock clock,
            JsonMapper json,
            MeterRegistry meters) {
        return new AutoMap(
                new RunTables(transactions, audit, clock, json),
                directory,
                new FailureWords(new GraphProblems(clock)),
                watch,
                clock,
                meters);
    }

    /** Runs end before the web server, which else would wait for requests that wait for runs. */
    @Bean
    ApplicationListener<ContextClosedEvent> autoMapEnd(AutoMap autoMap) {
        return _ -> autoMap.close();
    }
}

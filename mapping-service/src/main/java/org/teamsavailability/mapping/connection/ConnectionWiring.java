package org.teamsavailability.mapping.connection;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.teamsavailability.graph.GrantedPermissions;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.schedule.DailyRound;

/** How connections are put together. */
@Configuration
class ConnectionWiring {

    @Bean
    Connections connections(
            DeskTransactions transactions,
            ConnectionStore connections,
            ConnectedMappings mappings,
            Audit audit,
            Clock clock) {
        return new Connections(transactions, connections, mappings, audit, clock);
    }

    @Bean
    ConnectionCheck connectionCheck(
            DeskTransactions transactions,
            ConnectionStore connections,
            GrantedPermissions tokens,
            Audit audit,
            Clock clock) {
        return new ConnectionCheck(transactions, connections, tokens, audit, clock);
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
    TeamSchedules teamSchedules(
            Connections connections, ScheduleReads reads, ConsentWatch watch, Clock clock) {
        return new TeamSchedules(
                desk -> {
                    var connection = connections.find(desk);
                    return connection == null ? null : connection.grantedTenant();
                },
                reads,
                watch,
                clock);
    }

    /** Before the other rounds, which need a connection that is up to date. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    DailyRound dailyConnectionCheck(ConnectionCheck check) {
        return new ConnectionRound(check);
    }
}

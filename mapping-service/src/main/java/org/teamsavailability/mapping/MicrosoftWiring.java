package org.teamsavailability.mapping;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.teamsavailability.graph.GrantedPermissions;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.ApiKeysOnce;
import org.teamsavailability.mapping.automap.AutoMap;
import org.teamsavailability.mapping.connection.ScheduleReads;
import org.teamsavailability.mapping.schedule.DailyRound;
import org.teamsavailability.mapping.schedule.Housekeeping;
import org.teamsavailability.service.credentials.CredentialsWiring;
import org.teamsavailability.service.settings.MicrosoftSettings;

/** The way to Microsoft, and what happens once a day. */
@Configuration
@Import(CredentialsWiring.class)
class MicrosoftWiring {

    @Bean
    MicrosoftGraph microsoftGraph(MicrosoftSettings settings, Clock clock, Telemetry telemetry) {
        return MicrosoftGraph.connect(settings.forGraph(), clock, telemetry);
    }

    @Bean
    TenantDirectory tenantDirectory(MicrosoftGraph graph) {
        return graph.directory();
    }

    @Bean
    ScheduleReads scheduleReads(MicrosoftGraph graph) {
        return graph.port()::scheduleProvisioned;
    }

    @Bean
    AdminSignIn adminSignIn(MicrosoftGraph graph) {
        return graph.signIn();
    }

    @Bean
    GrantedPermissions grantedPermissions(MicrosoftGraph graph) {
        return graph.permissions();
    }

    @Bean
    DailyRound dailyAutoMap(AutoMap autoMap) {
        return desk -> {
            var _ = autoMap.runDaily(desk);
            return true;
        };
    }

    @Bean
    Housekeeping oldRuns(AutoMap autoMap) {
        return autoMap::forgetOld;
    }

    @Bean
    Housekeeping endedKeys(ApiKeys keys) {
        return keys::forgetEnded;
    }

    @Bean
    Housekeeping oldKeyRequests(ApiKeysOnce keys) {
        return keys::forgetOld;
    }
}

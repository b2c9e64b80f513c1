package org.teamsavailability.mapping.profile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.desk.DeskTransactions;

/** How the profiles are put together. */
@Configuration
class ProfileWiring {

    @Bean
    DeskProfiles deskProfiles(DeskTransactions transactions, ProfileStore profiles, Audit audit) {
        return new DeskProfiles(transactions, profiles, audit);
    }
}

package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;

/** API keys are the only means of authentication. */
class NoOtherUsersTest extends RunningService {

    @Autowired private ListableBeanFactory beans;

    @Test
    void makesNoUserWithAPasswordInTheLog() {
        assertThat(beans.getBeanNamesForType(UserDetailsService.class)).isEmpty();
    }
}

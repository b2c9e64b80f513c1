package org.teamsavailability.mapping.instruction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.teamsavailability.service.settings.DecisionSettings;

/** How the check is put together. */
@Configuration
class InstructionWiring {

    @Bean
    InstructionCheck instructionCheck(DecisionSettings settings) {
        return new InstructionCheck(settings.imminentWindow());
    }
}

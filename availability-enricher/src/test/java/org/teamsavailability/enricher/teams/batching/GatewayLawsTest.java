package org.teamsavailability.enricher.teams.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GatewayLawsTest {

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.any().list().ofMinSize(1).ofMaxSize(60);
    }

    @Property
    void keepsItsLawsWhateverHappens(@ForAll("steps") List<Step> steps) {
        assertThat(new Story().play(steps)).isEmpty();
    }
}

package org.teamsavailability.localstack.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.Preference;
import org.teamsavailability.schemas.PresenceVerdict;
import org.teamsavailability.schemas.Reason;
import org.teamsavailability.schemas.RotaVerdict;
import org.teamsavailability.simulator.dataset.Tenant;

class SamplesTest {

    /** What no sample can bring about. */
    private static final Set<String> NOT_SHOWN =
            Set.of("UNKNOWN", "SHIFTS_NOT_IN_THIS_CLOUD", "OVERLOADED", "INTERNAL_ERROR");

    private static final Clock CLOCK = Clock.systemUTC();
    private static final SampleDesks DESKS = SampleDesks.load();
    private static final List<Sample> SAMPLES = Samples.requests(DESKS, CLOCK);

    @Test
    void showEveryVerdictEveryPreferenceAndEveryReason() {
        assertThat(expected("presence")).containsAll(names(PresenceVerdict.values()));
        assertThat(expected("rota")).containsAll(names(RotaVerdict.values()));
        assertThat(expected("preference")).containsAll(names(Preference.values()));
        assertThat(expected("reason")).containsAll(names(Reason.values()));
    }

    @Test
    void everyRequestHasAnIdAndATicketOfItsOwn() {
        assertThat(SAMPLES)
                .extracting(sample -> sample.request().getRequestId())
                .doesNotHaveDuplicates();
        assertThat(SAMPLES)
                .extracting(sample -> sample.request().getTicketId())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyMappedTechnicianOfADeskWithConsentHasAnAccount() {
        var tenants = Samples.microsoft(CLOCK).tenants();
        var connected =
                DESKS.connections(Instant.EPOCH).stream()
                        .filter(desk -> desk.getConsent() == ConsentState.GRANTED)
                        .filter(desk -> !desk.getServiceDeskId().equals("tailspin"))
                        .map(desk -> desk.getServiceDeskId())
                        .toList();
        var accounts =
                tenants.stream()
                        .map(Tenant::accounts)
                        .flatMap(all -> all.keySet().stream())
                        .toList();

        assertThat(DESKS.mappings(Instant.EPOCH))
                .filteredOn(mapping -> connected.contains(mapping.getServiceDeskId()))
                .isNotEmpty()
                .allSatisfy(mapping ->
                        assertThat(accounts)
                                .contains(UUID.fromString(mapping.getMicrosoftUserId())));
    }

    @Test
    void everyRotaTeamIsKnownToMicrosoft() {
        var teams =
                Samples.microsoft(CLOCK).tenants().stream()
                        .flatMap(tenant -> tenant.teams().keySet().stream())
                        .map(UUID::toString)
                        .toList();

        assertThat(SAMPLES)
                .flatExtracting(sample -> sample.request().getTeamsAvailability().getRotaTeamIds())
                .isSubsetOf(teams);
    }

    private static Set<String> expected(String field) {
        var values = new TreeSet<String>();
        SAMPLES.forEach(sample -> values.addAll(sample.expect().findValuesAsString(field)));
        return values;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(Enum::name)
                .filter(name -> !NOT_SHOWN.contains(name))
                .toList();
    }
}

package org.teamsavailability.mapping.tenantcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.tenantcheck.CheckedTenant.microsoft;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.limit.RetryAfter;

/** Whatever Microsoft answers otherwise is found, by the check that is for it. */
@Tag("slow")
@ResourceLock("the Microsoft of CheckedTenant")
class TenantCheckTest {

    private final CheckedTenant tenant = new CheckedTenant();

    @Test
    void findsNothingWhereMicrosoftAnswersAsAssumed() throws Exception {
        tenant.conditions(now -> now.withPageSize(1));

        var report = tenant.check();

        assertThat(named(report, Finding.Different.class)).isEmpty();
        assertThat(named(report, Finding.NotTried.class))
                .containsExactly("missing-permission", "throttling", "limit-header");
        assertThat(report.requests()).isLessThan(40);
    }

    @Test
    void onlyReads() throws Exception {
        tenant.check();

        assertThat(microsoft().journal().calls(tenant.id()))
                .isNotEmpty()
                .allMatch(call ->
                        call.method().equals("GET")
                                || call.call() == Call.PRESENCE
                                || call.call() == Call.TOKEN);
    }

    @Test
    void asksNothingTwice() throws Exception {
        tenant.check();

        assertThat(microsoft().journal().calls(tenant.id()))
                .filteredOn(call -> call.method().equals("GET"))
                .extracting(call -> call.path())
                .doesNotHaveDuplicates();
    }

    @Test
    void asksNothingMoreOnceMicrosoftThrottles() throws Exception {
        tenant.on(Call.PRESENCE).throttle(RetryAfter.absent());

        var report = tenant.check();

        assertThat(microsoft().journal().count(tenant.id(), Call.PRESENCE)).isEqualTo(1);
        assertThat(microsoft().journal().count(tenant.id(), Call.SHIFTS)).isZero();
        assertThat(named(report, Finding.NotTried.class))
                .contains("presence-fields", "shifts-filter");
        assertThat(finding(report, "throttling"))
                .isEqualTo(new Finding.Different("without Retry-After"));
    }

    @Test
    void saysWhyATenantWithoutTeamsCannotBeAsked() throws Exception {
        tenant.alter(it -> Tenant.of(it.id()));

        var report = tenant.check();

        assertThat(named(report, Finding.Different.class)).isEmpty();
        assertThat(finding(report, "presence-fields"))
                .isEqualTo(new Finding.NotTried("the tenant lists no Team"));
    }

    @ParameterizedTest
    @MethodSource("org.teamsavailability.mapping.tenantcheck.Difference#all")
    void findsWhatDiffers(Difference difference) throws Exception {
        difference.arrangement().accept(tenant);

        var report = tenant.check();

        assertThat(finding(report, difference.check()))
                .isInstanceOf(Finding.Different.class)
                .extracting(Finding::text)
                .asString()
                .contains(difference.seen());
    }

    @Test
    void triesADifferenceOfEachCheck() {
        var tried = Difference.all().stream().map(Difference::check).toList();

        assertThat(
                        TenantCheck.checks(Clock.systemUTC()).stream()
                                .map(Check::name)
                                .filter(name -> !tried.contains(name)))
                .isEmpty();
    }

    private static List<String> named(Report report, Class<? extends Finding> kind) {
        return report.results().stream()
                .filter(result -> kind.isInstance(result.finding()))
                .map(result -> result.check().name())
                .toList();
    }

    private static Finding finding(Report report, String check) {
        return report.results().stream()
                .filter(result -> result.check().name().equals(check))
                .findFirst()
                .orElseThrow()
                .finding();
    }
}

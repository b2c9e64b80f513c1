package org.teamsavailability.mapping.command;

import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.graph.sdk.MicrosoftGraph;
import org.teamsavailability.mapping.command.DeskRow.Consent;
import org.teamsavailability.mapping.tenantcheck.Finding;
import org.teamsavailability.mapping.tenantcheck.Report;
import org.teamsavailability.mapping.tenantcheck.TenantCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check-tenant}: whether a tenant answers as the product assumes. */
@Command(
        name = "check-tenant",
        description = {
            "Asks the connected Microsoft tenant each thing that Microsoft's documents leave open,"
                    + " and prints what the product assumes and what Microsoft answers. Sends some"
                    + " 40 requests in half a minute; all of them read, and nothing is kept.",
            "Ends with 0 where every answer is as assumed, with 3 where one differs, with 1 where"
                    + " the tenant cannot be asked."
        })
final class CheckTenantCommand implements Callable<Integer> {

    /** What the command ends with where Microsoft answered something otherwise. */
    static final int DIFFERENT = 3;

    private final Supplier<ConfigurableApplicationContext> context;
    private final PrintWriter out;
    private final PrintWriter err;

    @Option(
            names = "--desk",
            required = true,
            paramLabel = "ID",
            converter = DeskId.Converter.class,
            description = "the service desk whose tenant is asked")
    private DeskId desk = new DeskId("-");

    @Option(
            names = "--json",
            description =
                    "prints one JSON object that can be attached to an issue: it holds no name, no"
                            + " address, no token, and of the tenant's id only a hash")
    private boolean json;

    CheckTenantCommand(
            Supplier<ConfigurableApplicationContext> context, PrintWriter out, PrintWriter err) {
        this.context = context;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        Report report;
        try (var started = context.get()) {
            var tenant = tenant(started.getBean(DeskReader.class));
            var graph = started.getBean(MicrosoftGraph.class);
            var permissions = permissions(graph, tenant);
            var text = new CheckText(out);
            if (!json) {
                text.begin(desk);
            }
            report =
                    started.getBean(TenantCheck.class)
                            .run(tenant, permissions, json ? _ -> {} : text::add);
        }
        if (json) {
            out.println(CheckJson.of(report));
        } else {
            new CheckText(out).end(report, desk);
        }
        if (report.count(Finding.Same.class) <= 1) {
            err.println(
                    "Nearly nothing could be asked: the reasons stand at each check that was not"
                            + " tried.");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return report.differs() ? DIFFERENT : CommandLine.ExitCode.OK;
    }

    private MicrosoftTenant tenant(DeskReader desks) {
        var row = desks.find(desk.text()).orElseThrow(() -> Desks.missing(desk));
        var tenant = row.microsoftTenant();
        if (tenant == null) {
            throw new FailedException(
                    "The service desk \"%s\" is connected to no Microsoft tenant. An administrator of the tenant opens the page of GET /public-api/teams-availability/consent-url; docs/set-up.md says how."
                            .formatted(desk.text()));
        }
        if (row.consent() != Consent.GRANTED) {
            throw new FailedException(
                    "The consent of the service desk \"%s\" is %s. An administrator of the tenant gives it again on the page of GET /public-api/teams-availability/consent-url; then run this again."
                            .formatted(desk.text(), row.consent()));
        }
        return tenant;
    }

    private static Set<GraphPermission> permissions(MicrosoftGraph graph, MicrosoftTenant tenant)
            throws InterruptedException {
        try {
            return graph.permissions().inUse(tenant).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GraphException refused
                    ? new FailedException(why(refused.failure()))
                    : new IllegalStateException("Asking for a token failed", e.getCause());
        }
    }

    private static String why(GraphFailure failure) {
        return switch (failure) {
            case GraphFailure.ConsentMissing(_, _, int aadsts) ->
                    "Microsoft gives no token for this tenant: the consent is gone (AADSTS%d). An administrator of the tenant gives it again on the page of GET /public-api/teams-availability/consent-url."
                            .formatted(aadsts);
            case GraphFailure.OwnCredentialsRefused(_, _, int aadsts) ->
                    aadsts == GraphFailure.OwnCredentialsRefused.NOT_CONFIGURED
                            ? "There is no MICROSOFT_CLIENT_ID for the tenant's cloud; set it, or"
                                    + " connect a tenant of another cloud."
                            : "Microsoft refuses this installation's own credentials (AADSTS%d): renew the secret or certificate, as docs/operations/entra-application.md says."
                                    .formatted(aadsts);
            case GraphFailure.Throttled(_, _, var notBefore) ->
                    "Microsoft throttles: run it again after " + notBefore + ".";
            case GraphFailure.Unreachable _, GraphFailure.TimedOut _ ->
                    "Microsoft's login cannot be reached; check MICROSOFT_LOGIN_URL, the proxy and"
                            + " the firewall.";
            case GraphFailure.PermissionMissing _,
                    GraphFailure.NotProvisioned _,
                    GraphFailure.Malformed _,
                    GraphFailure.Refused _ ->
                    "Microsoft's login gave no token that can be used: " + failure;
        };
    }
}

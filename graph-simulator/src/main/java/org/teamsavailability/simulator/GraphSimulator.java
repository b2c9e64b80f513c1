package org.teamsavailability.simulator;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.control.ConditionRoutes;
import org.teamsavailability.simulator.control.ControlRoutes;
import org.teamsavailability.simulator.control.FaultRoutes;
import org.teamsavailability.simulator.control.JournalRoutes;
import org.teamsavailability.simulator.control.OverviewRoutes;
import org.teamsavailability.simulator.control.SignInRoutes;
import org.teamsavailability.simulator.control.TenantRoutes;
import org.teamsavailability.simulator.dataset.Dataset;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.directory.DirectoryCalls;
import org.teamsavailability.simulator.directory.GroupsEndpoint;
import org.teamsavailability.simulator.directory.MembersEndpoint;
import org.teamsavailability.simulator.directory.OrganizationEndpoint;
import org.teamsavailability.simulator.directory.UserEndpoint;
import org.teamsavailability.simulator.directory.UsersEndpoint;
import org.teamsavailability.simulator.exchange.Conditions;
import org.teamsavailability.simulator.exchange.Endpoint;
import org.teamsavailability.simulator.fault.Faults;
import org.teamsavailability.simulator.graph.Bearer;
import org.teamsavailability.simulator.graph.PresenceEndpoint;
import org.teamsavailability.simulator.graph.ScheduleEndpoint;
import org.teamsavailability.simulator.journal.Journal;
import org.teamsavailability.simulator.limit.Limits;
import org.teamsavailability.simulator.limit.Penalties;
import org.teamsavailability.simulator.login.InstanceDiscovery;
import org.teamsavailability.simulator.login.TokenEndpoint;
import org.teamsavailability.simulator.login.Tokens;
import org.teamsavailability.simulator.signin.AuthorizeEndpoint;
import org.teamsavailability.simulator.signin.CodeRedemption;
import org.teamsavailability.simulator.signin.Codes;
import org.teamsavailability.simulator.signin.ConsentEndpoint;
import org.teamsavailability.simulator.signin.Keys;
import org.teamsavailability.simulator.signin.OidcDocuments;
import org.teamsavailability.simulator.signin.Pages;
import org.teamsavailability.simulator.signin.Visitor;

/** A running server that behaves as Microsoft's login and Graph do. Safe for use by any thread. */
public final class GraphSimulator implements AutoCloseable {
    private final Tenants tenants;
    private final AtomicReference<Conditions> conditions;
    private final Faults faults = new Faults();
    private final Penalties penalties = new Penalties();
    private final Limits limits = new Limits(penalties);
    private final AtomicReference<@Nullable Visitor> visitor = new AtomicReference<>();
    private final Codes codes = new Codes();
    private final Keys keys = new Keys();
    private final Journal journal;
    private final HttpListener listener;

    private GraphSimulator(Dataset dataset, SimulatorSettings settings) {
        tenants = new Tenants(dataset);
        conditions = new AtomicReference<>(settings.conditions());
        journal = new Journal(settings.journalCalls(), settings.journalIds());
        var tokens = new Tokens();
        var bearer = new Bearer(tokens);
        var directory = new DirectoryCalls(tenants, bearer);
        var pages = new Pages(tenants, visitor::get);
        List<Endpoint> endpoints =
                List.of(
                        new InstanceDiscovery(),
                        new OidcDocuments(tenants, keys),
                        new ConsentEndpoint(pages, tenants),
                        new AuthorizeEndpoint(pages, codes),
                        new CodeRedemption(tenants, codes, keys),
                        new TokenEndpoint(tenants, tokens, conditions::get),
                        new PresenceEndpoint(tenants, bearer, settings.random(), conditions::get),
                        new ScheduleEndpoint(tenants, bearer, conditions::get),
                        new GroupsEndpoint(directory, conditions::get),
                        new MembersEndpoint(directory, conditions::get),
                        new UserEndpoint(directory),
                        new UsersEndpoint(directory, conditions::get),
                        new OrganizationEndpoint(directory));
        listener =
                new HttpListener(
                        settings.host(),
                        settings.port(),
                        new CallHandler(
                                endpoints,
                                List.of(control(settings.clock())),
                                new ReplyPlanner(limits, faults),
                                penalties,
                                journal,
                                conditions::get,
                                settings.clock()));
    }

    private ControlRoutes control(Clock clock) {
        return new ControlRoutes(
                new OverviewRoutes(this::reset),
                new TenantRoutes(tenants, clock),
                new ConditionRoutes(conditions),
                new SignInRoutes(visitor, keys),
                new FaultRoutes(faults),
                new JournalRoutes(journal));
    }

    /**
     * Starts a simulator.
     *
     * @throws IllegalStateException when it cannot listen there
     */
    public static GraphSimulator start(Dataset dataset, SimulatorSettings settings) {
        var simulator = new GraphSimulator(dataset, settings);
        simulator.listener.start();
        return simulator;
    }

    /** Where login is, without a path: {@code http://127.0.0.1:8085}. */
    public String loginUrl() {
        return listener.url();
    }

    /** Where Graph is, with its version: {@code http://127.0.0.1:8085/v1.0}. */
    public String graphUrl() {
        return listener.url() + "/v1.0";
    }

    /** Where the control routes are; the module's README lists them. */
    public String controlUrl() {
        return listener.url() + "/_control";
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** What was called. */
    public Journal journal() {
        return journal;
    }

    /** The tenants, to read and to change. */
    public Tenants tenants() {
        return tenants;
    }

    /** Changes a tenant; the next call sees it. */
    public void alter(UUID tenant, UnaryOperator<Tenant> change) {
        tenants.alter(tenant, change);
    }

    /** Who stands in front of the pages from now on; null for nobody, so that they ask. */
    public void visitor(@Nullable Visitor someone) {
        visitor.set(someone);
    }

    /** Signs ID tokens with a new key from now on; the old ones stay published. */
    public void rotateKeys() {
        keys.rotate();
    }

    /** How calls go now. */
    public Conditions conditions() {
        return conditions.get();
    }

    /** Changes how calls go, from the next one on. */
    public void conditions(UnaryOperator<Conditions> change) {
        conditions.updateAndGet(change);
    }

    /**
     * Forgets faults, the journal, the visitor, codes that are not redeemed, and what counts
     * against the limits; keeps data, conditions and keys.
     */
    public void reset() {
        faults.clear();
        penalties.clear();
        limits.clear();
        visitor.set(null);
        codes.clear();
        journal.reset();
    }

    /** Ends all calls and stops listening. */
    @Override
    public void close() {
        faults.clear();
        listener.close();
    }
}

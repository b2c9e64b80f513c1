package org.teamsavailability.graph.sdk;

import io.opentelemetry.context.Context;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.teamsavailability.graph.GrantedPermissions;
import org.teamsavailability.graph.GraphPort;
import org.teamsavailability.graph.credentials.MicrosoftCredentials;
import org.teamsavailability.graph.credentials.OwnCredentials;
import org.teamsavailability.graph.directory.TenantDirectory;
import org.teamsavailability.graph.http.SharedHttp;
import org.teamsavailability.graph.inspection.TenantInspection;
import org.teamsavailability.graph.settings.GraphSettings;
import org.teamsavailability.graph.signin.AdminSignIn;
import org.teamsavailability.graph.signin.MicrosoftSignIn;
import org.teamsavailability.graph.telemetry.Telemetry;
import org.teamsavailability.graph.tokens.AppTokens;
import org.teamsavailability.graph.tokens.TriedCredentials;

/**
 * The way to Microsoft Graph, wired: one for a process, made when it starts. Holds the threads and
 * the connections until it is closed.
 */
public final class MicrosoftGraph implements AutoCloseable {

    private final ExecutorService threads;
    private final SharedHttp http;
    private final GraphPort port;
    private final GrantedPermissions permissions;
    private final TenantDirectory directory;
    private final TenantInspection inspection;
    private final AdminSignIn signIn;
    private final OwnCredentials credentials;

    private MicrosoftGraph(
            ExecutorService threads,
            SharedHttp http,
            GraphPort port,
            GrantedPermissions permissions,
            TenantDirectory directory,
            TenantInspection inspection,
            AdminSignIn signIn,
            OwnCredentials credentials) {
        this.threads = threads;
        this.http = http;
        this.port = port;
        this.permissions = permissions;
        this.directory = directory;
        this.inspection = inspection;
        this.signIn = signIn;
        this.credentials = credentials;
    }

    /**
     * Connects nothing yet: the first read of a tenant asks for its token.
     *
     * @throws IllegalArgumentException where a file of credentials holds none
     */
    public static MicrosoftGraph connect(GraphSettings settings, Clock clock) {
        return connect(settings, clock, Telemetry.none());
    }

    /** The same, seen by operators. */
    public static MicrosoftGraph connect(GraphSettings settings, Clock clock, Telemetry telemetry) {
        return connect(settings, clock, new Random(), Thread::sleep, telemetry);
    }

    /**
     * The same, with the waiting of directory reads in the caller's hands.
     *
     * @param random safe for many threads
     */
    static MicrosoftGraph connect(
            GraphSettings settings, Clock clock, RandomGenerator random, Pause pause) {
        return connect(settings, clock, random, pause, Telemetry.none());
    }

    /**
     * The trace of what starts a thread continues there: a request is a span of the call that it is
     * of.
     */
    private static MicrosoftGraph connect(
            GraphSettings settings,
            Clock clock,
            RandomGenerator random,
            Pause pause,
            Telemetry telemetry) {
        var credentials = new MicrosoftCredentials(settings, clock);
        var executor =
                Context.taskWrapping(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("microsoft-graph-", 0).factory()));
        var http = new SharedHttp(settings, telemetry);
        var threads = new CallThreads(executor);
        var tokens = new AppTokens(settings, credentials, http, clock, executor);
        var calls = new BoundedCalls(threads, settings.bounds());
        var exchanges = new Exchanges(settings, http, tokens, calls, clock);
        return new MicrosoftGraph(
                executor,
                http,
                new GraphReads(exchanges, new Pages(settings, clock)),
                new TokenPermissions(tokens, threads),
                new DirectoryReads(
                        new PatientCalls(exchanges, clock, random, pause), settings.bounds()),
                new Inspections(exchanges, settings),
                new MicrosoftSignIn(settings, credentials, http, clock),
                new TriedCredentials(credentials, tokens));
    }

    public GraphPort port() {
        return port;
    }

    public GrantedPermissions permissions() {
        return permissions;
    }

    public TenantDirectory directory() {
        return directory;
    }

    /** For a check of how Microsoft answers; no service uses it. */
    public TenantInspection inspection() {
        return inspection;
    }

    public AdminSignIn signIn() {
        return signIn;
    }

    public OwnCredentials credentials() {
        return credentials;
    }

    /** Breaks off what is out: its stages, and those of later calls, fail as unreachable. */
    @Override
    public void close() {
        threads.shutdownNow();
        http.close();
    }
}

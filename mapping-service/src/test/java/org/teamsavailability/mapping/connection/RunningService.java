package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.MAPPING;
import static org.teamsavailability.mapping.database.Tables.TECHNICIAN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.teamsavailability.graph.MicrosoftCloud;
import org.teamsavailability.graph.MicrosoftTenant;
import org.teamsavailability.mapping.SqlTransactions;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.access.ApiKeys;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.audit.AuditEntry;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.desk.ServiceDesks;
import org.teamsavailability.mapping.outbox.DeskDeletion;
import org.teamsavailability.mapping.outbox.persistence.DeskEntryRows;

/**
 * The whole service over HTTP, Microsoft and time apart; one for all classes that extend this. Each
 * test has a desk and a tenant, and time stands still unless the test moves it: so one test at a
 * time.
 */
@Tag("slow")
@ResourceLock("the clock of RunningService")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "teams-availability.api.public-url=https://teams.example.com",
            "teams-availability.api.requests-per-minute=1000000",
            "teams-availability.limits.csv-size=3MB",
            "teams-availability.limits.wrong-keys-per-minute=100000",
            "spring.kafka.listener.auto-startup=false",
            "spring.datasource.hikari.minimum-idle=1",
            "teams-availability.microsoft.clouds.GLOBAL.client-id=never-asked",
            "teams-availability.microsoft.clouds.GLOBAL.client-secret=never asked",
            "teams-availability.microsoft.clouds.GLOBAL.client-secret-expires=2126-03-31",
            "teams-availability.publishing.enabled=false",
            "teams-availability.psa-technicians.enabled=false",
            "management.server.port=0"
        })
@Import(Fakes.class)
public abstract class RunningService {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final AtomicInteger DESKS = new AtomicInteger();

    /** One for all tests, whose connections count as those of one address. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("DATABASE_URL", DATABASE::url);
    }

    protected final UUID tenant = UUID.randomUUID();
    protected final String desk = "desk-" + DESKS.incrementAndGet();
    private String key = "";

    @Autowired protected FakeMicrosoft microsoft;
    @Autowired protected MovableClock clock;
    @Autowired private DeskTransactions deskTransactions;
    @Autowired private ServiceDesks desks;
    @Autowired private ConnectionStore connections;
    @Autowired private ApiKeys keys;
    @Autowired private Audit audit;

    @Value("${local.server.port}")
    private int port;

    @BeforeEach
    void aDeskWithAKey() {
        key = newDesk(desk);
    }

    /** The key of a new desk. */
    protected String newDesk(String id) {
        deskTransactions.run(id, desks::create);
        return keys.create(id, "test", Set.of(Scope.values()), "operator").secret().reveal();
    }

    /** A key of a desk with these scopes. */
    protected String newKey(String ofDesk, Scope... scopes) {
        return keys.create(ofDesk, "test", Set.of(scopes), "operator").secret().reveal();
    }

    /** The key of the test's desk. */
    protected String key() {
        return key;
    }

    protected Contract contract() {
        return new Contract(
                send(HttpRequest.newBuilder(at("/public-api/openapi.json")).GET().build()).json());
    }

    protected Answer api(String method, String path) {
        return api(key, method, path, null);
    }

    protected Answer api(String method, String path, String body) {
        return api(key, method, path, body);
    }

    protected Answer api(String withKey, String method, String path, @Nullable String body) {
        return send(
                HttpRequest.newBuilder(at("/public-api" + path))
                        .header("Authorization", "Bearer " + withKey)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build());
    }

    protected int port() {
        return port;
    }

    protected URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    protected Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected @Nullable Connection connection(String ofDesk) {
        return deskTransactions.<@Nullable Connection>in(ofDesk, connections::find);
    }

    /** For statements of a test's own. */
    protected SqlTransactions transactions() {
        return new SqlTransactions(deskTransactions);
    }

    /** Links the test's tenant without the pages. */
    protected void linked() {
        link(desk, tenant);
    }

    /** Links another desk to a tenant that has granted all. */
    protected void linked(String otherDesk) {
        var other = UUID.randomUUID();
        microsoft.issuesAll(other);
        link(otherDesk, other);
    }

    /** Links a desk to a tenant. */
    protected void link(String ofDesk, UUID toTenant) {
        deskTransactions.run(
                ofDesk,
                it ->
                        connections.link(
                                it,
                                new MicrosoftTenant(MicrosoftCloud.GLOBAL, toTenant),
                                clock.instant()));
    }

    /** Deletes the test's desk as its operator does. */
    protected void deleted() {
        var deletion = new DeskDeletion(deskTransactions, desks, new DeskEntryRows());
        assertThat(deletion.of(desk)).isPresent();
    }

    protected void mapped(String technician, UUID inTenant, String origin) {
        transactions()
                .run(
                        desk,
                        it -> {
                            it.insertInto(TECHNICIAN)
                                    .set(TECHNICIAN.SERVICE_DESK_ID, desk)
                                    .set(TECHNICIAN.TECHNICIAN_ID, technician)
                                    .set(TECHNICIAN.DISPLAY_NAME, technician)
                                    .set(TECHNICIAN.UPDATED_AT, clock.instant())
                                    .execute();
                            it.insertInto(MAPPING)
                                    .set(MAPPING.SERVICE_DESK_ID, desk)
                                    .set(MAPPING.TECHNICIAN_ID, technician)
                                    .set(MAPPING.MICROSOFT_TENANT_ID, inTenant)
                                    .set(MAPPING.MICROSOFT_USER_ID, UUID.randomUUID())
                                    .set(MAPPING.USER_PRINCIPAL_NAME, technician + "@example.com")
                                    .set(MAPPING.ORIGIN, origin)
                                    .set(MAPPING.UPDATED_AT, clock.instant())
                                    .execute();
                        });
    }

    protected List<String> mappedTechnicians() {
        return transactions()
                .in(
                        desk,
                        it ->
                                it.select(MAPPING.TECHNICIAN_ID)
                                        .from(MAPPING)
                                        .orderBy(MAPPING.TECHNICIAN_ID)
                                        .fetch(MAPPING.TECHNICIAN_ID));
    }

    /** Oldest first, without the making of the key. */
    protected List<AuditEntry> audited() {
        return deskTransactions
                .in(desk, it -> audit.newest(it, null, null, 100))
                .reversed()
                .stream()
                .filter(entry -> !entry.action().startsWith("api-key."))
                .toList();
    }

    /** Linked and checked, more than ten seconds ago. */
    protected void granted() {
        linked();
        microsoft.issuesAll(tenant);
        api("GET", "/teams-availability/status");
        clock.advance(Duration.ofSeconds(10));
    }
}

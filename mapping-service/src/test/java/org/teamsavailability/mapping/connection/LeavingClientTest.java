package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;
import org.teamsavailability.graph.directory.Team;
import org.teamsavailability.mapping.SlowClient;

/** A client that leaves is no news for the log. */
class LeavingClientTest extends RunningService {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Collected collected = new Collected();

    /** All log events about clients that left. */
    private static final class Collected extends AppenderBase<ILoggingEvent> {

        /** What Spring says where it cannot answer any more. */
        private static final String SPRINGS = "Response already committed";

        private final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.INFO)
                    && (isOfLeaving(event.getThrowableProxy())
                            || event.getFormattedMessage().contains(SPRINGS))) {
                events.add(event.getLoggerName() + ": " + event.getFormattedMessage());
            }
        }

        private static boolean isOfLeaving(@Nullable IThrowableProxy failure) {
            return failure instanceof ThrowableProxy it
                    && DisconnectedClientHelper.isClientDisconnectedException(it.getThrowable());
        }
    }

    @BeforeEach
    void listen() {
        collected.start();
        root.addAppender(collected);
    }

    @AfterEach
    void stop() {
        root.detachAppender(collected);
    }

    @Test
    void isNotLoggedWhereItDoesNotAwaitItsResponse() {
        granted();
        var answers = new CountDownLatch(1);
        var teams =
                java.util.stream.IntStream.range(0, 200)
                        .mapToObj(i -> new Team(UUID.randomUUID(), "Team " + i + "x".repeat(2_000)))
                        .toList();
        microsoft.hasTeams(tenant, teams);
        microsoft.listsTeamsAfter(tenant, answers);
        for (int i = 0; i < 10; i++) {
            new SlowClient(port())
                    .send(request("GET", "/public-api/teams-availability/teams?limit=200", ""))
                    .reset();
        }
        await().until(() -> microsoft.listed(tenant) == 1);

        answers.countDown();

        isQuiet();
    }

    @Test
    void isNotLoggedWhereItDoesNotSendItsBody() {
        for (int i = 0; i < 10; i++) {
            new SlowClient(port())
                    .send(request("PUT", "/public-api/technicians", "Content-Length: 9\r\n"))
                    .send("{")
                    .reset();
            new SlowClient(port())
                    .send(
                            """
                            POST /teams-availability/connect HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: application/x-www-form-urlencoded\r
                            Content-Length: 9\r
                            \r
                            st\
                            """)
                    .reset();
        }

        isQuiet();
    }

    /** Requests that come after theirs are served when theirs have ended. */
    private void isQuiet() {
        await().until(() -> api("GET", "/teams-availability/teams").status() < 500);
        assertThat(collected.events).isEmpty();
    }

    private String request(String method, String target, String headers) {
        return method
                + " "
                + target
                + " HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Content-Type: application/json\r\n"
                + "Authorization: Bearer "
                + key()
                + "\r\n"
                + headers
                + "\r\n";
    }
}

package org.teamsavailability.mapping.command;

import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.connection.MovableClock;
import org.teamsavailability.mapping.outbox.PublicationWait;

/** Runs commands against a database, one at a time. */
public final class Operator implements AutoCloseable {

    /** Less than the ten seconds after which a command says how far it is. */
    private static final Duration STANDSTILL = Duration.ofSeconds(9);

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final long LOOKS = PATIENCE.dividedBy(LOOK);

    private final String[] settings;
    private final boolean keepsContext;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final MovableClock clock = new MovableClock();
    private final PublicationWait publication = new PublicationWait(STANDSTILL, clock, this::pause);
    private boolean impatient;
    private @Nullable ConfigurableApplicationContext kept;

    /**
     * With one application context for all of its commands.
     *
     * @param settings further ones, {@code --name=value}
     */
    public Operator(TestDatabase database, String... settings) {
        this(true, database.url(), settings);
    }

    /**
     * With an application context for each command, as the program has it.
     *
     * @param url of the database; the user is {@code postgres}
     * @param settings further ones, {@code --name=value}
     */
    Operator(String url, String... settings) {
        this(false, url, settings);
    }

    private Operator(boolean keepsContext, String url, String... settings) {
        this.keepsContext = keepsContext;
        this.settings =
                Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url=" + url,
                                        "--spring.datasource.username=postgres"),
                                Stream.of(settings))
                        .toArray(String[]::new);
    }

    /** Returns the exit code. */
    public int runs(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return MappingCommand.run(
                context(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    /** The same for somebody who looks once whether anything was published, and then gives up. */
    public int runsImpatiently(String... arguments) {
        impatient = true;
        try {
            return runs(arguments);
        } finally {
            impatient = false;
        }
    }

    private Supplier<ConfigurableApplicationContext> context() {
        var fresh = CommandContext.with(publication, settings);
        return keepsContext ? () -> unclosed(fresh) : fresh;
    }

    /** What ends a command ends the context, which the next one needs. */
    private ConfigurableApplicationContext unclosed(
            Supplier<ConfigurableApplicationContext> first) {
        if (kept == null) {
            kept = first.get();
        }
        var context = kept;
        return (ConfigurableApplicationContext)
                Proxy.newProxyInstance(
                        Operator.class.getClassLoader(),
                        new Class<?>[] {ConfigurableApplicationContext.class},
                        (_, method, arguments) ->
                                method.getName().equals("close")
                                        ? null
                                        : method.invoke(context, arguments));
    }

    /** Only what is waited here passes for the command, so that a slow machine costs no time. */
    private void pause(Duration duration) {
        if (impatient) {
            clock.advance(STANDSTILL);
        } else {
            LockSupport.parkNanos(LOOK.toNanos());
            clock.advance(STANDSTILL.dividedBy(LOOKS));
        }
    }

    /** What the last command printed. */
    public String out() {
        return out.toString();
    }

    /** What the last command said went wrong. */
    public String err() {
        return err.toString();
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
    }
}

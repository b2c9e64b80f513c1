package org.teamsavailability.mapping.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.teamsavailability.mapping.TestDatabase;
import org.teamsavailability.mapping.publishing.PublicationWait;

/** Runs commands against a database. */
public final class Operator {

    private final String[] settings;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    public Operator(TestDatabase database) {
        this(database.url());
    }

    /**
     * @param url of the database; the user is {@code postgres}
     * @param settings further ones, {@code --name=value}
     */
    Operator(String url, String... settings) {
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
        return runs(CommandContext.with(settings), arguments);
    }

    /** The same for somebody who gives up where nothing is published in this time. */
    public int runsFor(Duration standstill, String... arguments) {
        var publication = new PublicationWait(standstill, Clock.systemUTC());
        return runs(CommandContext.with(publication, settings), arguments);
    }

    private int runs(Supplier<ConfigurableApplicationContext> context, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return MappingCommand.run(
                context, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    /** What the last command printed. */
    public String out() {
        return out.toString();
    }

    /** What the last command said went wrong. */
    public String err() {
        return err.toString();
    }
}

package org.teamsavailability.mapping.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.teamsavailability.mapping.TestDatabase;

/** Runs commands against a database. */
public final class Operator {

    private final TestDatabase database;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    public Operator(TestDatabase database) {
        this.database = database;
    }

    /** Returns the exit code. */
    public int runs(String... arguments) {
        return runs(new String[0], arguments);
    }

    /** The same for somebody who gives up where nothing is published in this time, as "1s". */
    public int runsFor(String standstill, String... arguments) {
        return runs(
                new String[] {"--teams-availability.command.standstill=" + standstill}, arguments);
    }

    private int runs(String[] settings, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all =
                Stream.concat(
                        Stream.of(
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=postgres"),
                        Stream.of(settings));
        return MappingCommand.run(
                CommandContext.with(all.toArray(String[]::new)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments);
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

package org.teamsavailability.mapping.command;

import java.io.PrintWriter;
import java.time.Clock;
import org.teamsavailability.mapping.tenantcheck.Check;
import org.teamsavailability.mapping.tenantcheck.Finding;
import org.teamsavailability.mapping.tenantcheck.Report;
import org.teamsavailability.mapping.tenantcheck.TenantCheck;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;

/** A check of a tenant for people, in 80 columns. */
final class CheckText {

    private static final int RESULT = 11;
    private static final int LABEL = 10;
    private static final int TEXT = 59;

    private final PrintWriter out;

    CheckText(PrintWriter out) {
        this.out = out;
    }

    void begin(DeskId desk) {
        paragraph(
                "Checking the Microsoft tenant of the service desk \"%s\": %d checks in half a minute. All requests read; nothing is kept."
                        .formatted(desk.text(), TenantCheck.checks(Clock.systemUTC()).size()));
        out.println();
    }

    void add(Check.Result result) {
        var table = table(RESULT, LABEL, TEXT);
        table.addRowValues(word(result.finding()), "check", result.check().name());
        table.addRowValues("", "asked", result.check().question());
        table.addRowValues("", "assumed", result.check().assumed());
        table.addRowValues(
                "",
                result.finding() instanceof Finding.NotTried ? "because" : "answered",
                result.finding().text());
        if (result.finding() instanceof Finding.Different && result.requestId() != null) {
            table.addRowValues("", "request-id", result.requestId());
        }
        print(table);
    }

    void end(Report report, DeskId desk) {
        out.println();
        paragraph(
                "%d same, %d different, %d not tried; %d requests."
                        .formatted(
                                report.count(Finding.Same.class),
                                report.count(Finding.Different.class),
                                report.count(Finding.NotTried.class),
                                report.requests()));
        if (report.differs()) {
            paragraph(
                    "What differs may be harmless: docs/microsoft-graph-assumptions.md says of each"
                            + " check what depends on it. Please report it, with the output of:");
            out.println("  check-tenant --desk \"" + desk.text() + "\" --json");
        }
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Finding.Same _ -> "same";
            case Finding.Different _ -> "DIFFERENT";
            case Finding.NotTried _ -> "not tried";
        };
    }

    private void paragraph(String text) {
        var table = table(RESULT + LABEL + TEXT);
        table.addRowValues(text);
        print(table);
    }

    private static Help.TextTable table(int... widths) {
        var columns = new Column[widths.length];
        for (int column = 0; column < widths.length; column++) {
            columns[column] = new Column(widths[column], 0, Overflow.WRAP);
        }
        return Help.TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
    }

    private void print(Help.TextTable table) {
        table.toString().lines().map(String::stripTrailing).forEach(out::println);
    }
}

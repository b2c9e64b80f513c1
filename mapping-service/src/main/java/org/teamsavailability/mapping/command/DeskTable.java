package org.teamsavailability.mapping.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.MicrosoftCloud;

/**
 * Service desks as a table. It fits 80 columns where no id is longer than 15 characters; the cloud
 * is only named where it is not the global one.
 */
final class DeskTable {

    private static final List<String> HEADINGS =
            List.of("DESK", "CONSENT", "PERMS", "CHECKED", "MAPPED", "TENANT");

    private final Instant now;

    DeskTable(Instant now) {
        this.now = now;
    }

    List<String> of(List<DeskRow> desks) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS);
        desks.forEach(desk -> rows.add(cells(desk)));
        var widths = new int[HEADINGS.size()];
        for (var row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private List<String> cells(DeskRow desk) {
        var cloud = desk.cloud();
        return List.of(
                desk.id(),
                desk.consent().name(),
                desk.permissions().size() + "/" + GraphPermission.values().length,
                age(desk.checkedAt()),
                desk.mapped() + "/" + desk.active(),
                (desk.tenant() == null ? "-" : desk.tenant().toString())
                        + (cloud == null || cloud == MicrosoftCloud.GLOBAL ? "" : " " + cloud));
    }

    /** How long ago, in the largest whole unit. */
    private String age(@Nullable Instant at) {
        if (at == null) {
            return "never";
        }
        var age = Duration.between(at, now);
        if (age.toDays() > 0) {
            return age.toDays() + "d ago";
        }
        return age.toHours() > 0 ? age.toHours() + "h ago" : Math.max(0, age.toMinutes()) + "m ago";
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(row.get(column)).repeat(' ', widths[column] - row.get(column).length() + 2);
        }
        return line.toString().stripTrailing();
    }
}

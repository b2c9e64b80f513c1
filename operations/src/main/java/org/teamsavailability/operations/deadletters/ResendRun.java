package org.teamsavailability.operations.deadletters;

import java.util.ArrayList;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.BadInput;
import org.teamsavailability.operations.console.Console;
import org.teamsavailability.operations.console.ExitCodes;

/** One run of {@code dead-letters resend}: says of each letter what becomes of it. */
final class ResendRun {

    private final Access access;
    private final Console console;

    ResendRun(Access access, Console console) {
        this.access = access;
        this.console = console;
    }

    int run(DeadLetterFilter choice, boolean all, boolean yes) {
        if (!all && !choice.namesPlaces()) {
            throw new BadInput("resend", "names no letters", "--topic with --offsets, or --all");
        }
        var resending = new Resending(access);
        var meant = new DeadLetterReader(access).meant(choice, console.clock().instant());
        var before = resending.sentBefore(meant);
        var toSend = new ArrayList<DeadLetter>();
        for (var letter : meant) {
            var obstacle = letter.obstacle();
            if (obstacle != null) {
                console.out().println(letter.origin() + " stays: it " + obstacle);
            } else if (before.contains(letter.origin())) {
                console.out().println(letter.origin() + " stays: it was sent before");
            } else {
                console.out().println(letter.origin() + " goes to " + letter.pile().origin(access));
                toSend.add(letter);
            }
        }
        if (yes && !toSend.isEmpty()) {
            resending.send(toSend);
        }
        console.out()
                .println(
                        yes
                                ? "Sent: " + toSend.size()
                                : "Would be sent with --yes: " + toSend.size());
        return ExitCodes.DONE;
    }
}

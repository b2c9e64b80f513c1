package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import org.teamsavailability.localstack.traffic.Endpoints;

/** Says what can be tried next, in lines of at most 80 columns. */
final class StartedBanner {

    private final PrintStream out;

    StartedBanner(PrintStream out) {
        this.out = out;
    }

    /** After a demo, which leaves no stack. */
    void printAfterDemo() {
        out.println();
        out.println("Try next:");
        out.println("  ./quickstart                  starts the stack again and leaves it up");
        out.println("  ./quickstart demo --verbose   prints every sentence of the answers");
        out.println("  docs/set-up.md                sets a service desk up, step by step");
        out.println("  docs/events.md                what a dispatch workflow sends and reads");
    }

    /**
     * Where the stack is, and how to ask it.
     *
     * @param announced whether {@code ask} reaches this stack; otherwise it reaches another one
     */
    void print(Endpoints stack, boolean announced) {
        out.println();
        out.println("The stack is up.");
        out.println("  Kafka                " + stack.kafka());
        out.println("  Schema registry      " + stack.registry() + "/apis/ccompat/v7");
        out.println("  Enricher             " + stack.enricher() + "/actuator/health");
        if (stack.mappingService() != null) {
            out.println(
                    "  Mapping service      "
                            + stack.mappingService()
                            + "/public-api/openapi.json");
        }
        boolean simulated = stack.simulator() != null;
        if (simulated) {
            out.println("  Microsoft simulator  " + stack.simulator());
        }
        out.println();
        if (announced) {
            out.println("Try next, from another terminal:");
            printCommands(simulated);
        } else {
            out.println("Another of your stacks is up: ./quickstart ask reaches that one.");
        }
        out.println("Ctrl-C ends it and leaves nothing behind.");
    }

    private void printCommands(boolean simulated) {
        if (simulated) {
            out.println("  ./quickstart ask --desk northwind --candidates anna,bert,dora \\");
            out.println("    --in 3h --for 1h --rota helpdesk,evening");
        } else {
            out.println("  ./quickstart desk --id DESK   makes a service desk and its first key");
            out.println("  ./quickstart ask --desk DESK --candidates A,B,C --in 3h --for 1h");
        }
        out.println("  ./quickstart fallbacks        why Teams was not used, live");
        out.println("  docs/set-up.md                sets a service desk up, step by step");
    }
}

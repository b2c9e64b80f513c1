package org.teamsavailability.localstack.command;

import java.io.PrintStream;
import org.teamsavailability.localstack.traffic.Endpoints;

/** Says that the stack is up, where, and how to ask it. */
final class Invitation {

    private final PrintStream out;

    Invitation(PrintStream out) {
        this.out = out;
    }

    void print(Endpoints stack) {
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
        out.println("Ask it, from another terminal:");
        out.println(
                simulated
                        ? "  ./quickstart ask --desk northwind --candidates anna,bert,dora"
                                + " --in 3h --for 1h --rota helpdesk,evening"
                        : "  ./quickstart ask --desk DESK --candidates a,b,c --in 3h --for 1h");
        out.println("Ctrl-C ends it and leaves nothing behind.");
    }
}

package org.teamsavailability.localstack.command;

import java.util.function.Supplier;
import org.teamsavailability.operations.access.Access;
import org.teamsavailability.operations.console.CommandFailed;

/** The stack that is up, for the operators' commands. */
record RunningInstallation(PortFile portFile) implements Supplier<Access> {

    /** What a command ends with where no stack is up. */
    static final int NO_STACK = 3;

    @Override
    public Access get() {
        return portFile.read().orElseThrow(RunningInstallation::missing).access();
    }

    static CommandFailed missing() {
        return new CommandFailed(
                NO_STACK, "No stack is running: start one with ./quickstart, then try again.");
    }
}

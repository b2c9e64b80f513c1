package org.teamsavailability.systemtests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teamsavailability.servers.process.StartTimeout;
import org.teamsavailability.systemtests.chart.Installed;
import org.teamsavailability.systemtests.server.SecuredStack;

/** A container that ends by itself: a command, or a service that cannot work. */
record ContainerRun(String name, Process process, Path log) {

    /** Starts it and does not wait. */
    static ContainerRun begin(SecuredStack stack, Installed installed, String name) {
        var log = installed.folder().resolve(name + ".log");
        try {
            var process =
                    stack.containers()
                            .process(name, installed.container(name))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            stack.containers().guard(process);
            return new ContainerRun(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    /** All it said, once it has ended. */
    String output() {
        try {
            assertThat(process.waitFor(StartTimeout.get())).as(name + " ends").isTrue();
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException("The output of " + name + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + name + " ran", e);
        }
    }

    /** All it said, where nothing went wrong. */
    String success() {
        var output = output();
        assertThat(process.exitValue()).as("%s: %s", name, output).isZero();
        return output;
    }

    /** All it said, where something did. */
    String failure() {
        var output = output();
        assertThat(process.exitValue()).as("%s: %s", name, output).isEqualTo(1);
        return output;
    }
}

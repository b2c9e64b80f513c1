package org.teamsavailability.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The machine that measured.
 *
 * @param text what it is, in a line
 */
public record Machine(String text) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** The machine of this process. */
    public static Machine ofThisProcess() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                String.format(
                        Locale.ROOT,
                        "%s, %d cores, %.0f GiB of memory, %s %s, Java %s",
                        processor(system.getArch()),
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() / (double) (1 << 30),
                        system.getName(),
                        system.getVersion(),
                        Runtime.version().feature()));
    }

    private static String processor(String otherwise) {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException _) {
            return otherwise;
        }
    }
}

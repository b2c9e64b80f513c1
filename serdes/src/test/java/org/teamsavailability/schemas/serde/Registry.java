package org.teamsavailability.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The real Apicurio Registry as a child process, one for all tests of this module's run. */
final class Registry implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("registry.home", ""));
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^ ]+:\\d+)");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

    private final Process process;
    private final Path log = HOME.resolveSibling("registry.log");
    private final String url;

    private Registry() throws IOException {
        process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx256m",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Dquarkus.http.host=127.0.0.1",
                                        "-Dquarkus.http.port=0",
                                        "-Dquarkus.management.host=127.0.0.1",
                                        "-Dquarkus.management.port=0",
                                        "-jar",
                                        "quarkus-run.jar"))
                        .directory(HOME.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(new File(log.toString()))
                        .start();
        url =
                await().atMost(STARTS_WITHIN)
                        .until(this::listening, Optional::isPresent)
                        .orElseThrow();
    }

    /** Its address, without the path of an API. */
    String url() {
        return url;
    }

    private Optional<String> listening() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The registry ended: see " + log);
        }
        return Optional.of(LISTENING.matcher(Files.readString(log, UTF_8)))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Gives tests the registry and closes it after the last of them. */
    static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Registry.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Registry.class))
                    .computeIfAbsent(Registry.class, _ -> start());
        }

        private static Registry start() {
            try {
                return new Registry();
            } catch (IOException e) {
                throw new IllegalStateException("The registry does not start", e);
            }
        }
    }
}

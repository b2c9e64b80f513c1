package org.teamsavailability.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/openapi.json} is good enough for a generator of clients: what it makes for TypeScript
 * compiles. The build has generated the client; Node.js runs within this JVM.
 */
@Tag("slow")
class TypeScriptClientTest {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CLIENT = TARGET.resolve("typescript-client");

    @Test
    void compiles() throws JavetException, IOException {
        assertThat(complaints(CLIENT.resolve("index.ts"))).isEmpty();
    }

    @Test
    void refusesAFieldThatTheContractLacks() throws JavetException, IOException {
        var program = CLIENT.resolve("wrong.ts");
        Files.writeString(
                program,
                """
                import type { Settings } from './index';
                export const settings: Settings = { dailyAutomap: true };
                """);
        try {
            assertThat(complaints(program)).contains("dailyAutomap");
        } finally {
            Files.delete(program);
        }
    }

    /** Of the compiler, one a line. */
    private static String complaints(Path program) throws JavetException, IOException {
        try (NodeRuntime node = V8Host.getNodeInstance().createV8Runtime()) {
            node.getGlobalObject().set("compiler", compiler().toString());
            node.getGlobalObject().set("file", program.toString());
            return node.getExecutor(script()).executeString();
        }
    }

    private static String script() throws IOException {
        try (var script = TypeScriptClientTest.class.getResourceAsStream("compile.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path compiler() throws IOException {
        try (var files = Files.walk(TARGET.resolve("typescript"))) {
            return files.filter(file -> file.endsWith("lib/typescript.js"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

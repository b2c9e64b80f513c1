package org.teamsavailability.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.ClassFileFormatVersion;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "org.teamsavailability.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsOnlyTheRecordsAndKafka =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.teamsavailability.client",
                            "org.teamsavailability.schemas",
                            "java..",
                            "org.apache.avro..",
                            "org.apache.kafka.clients..",
                            "org.apache.kafka.common..",
                            "org.jspecify..");

    @Test
    void runsOnJava17() throws IOException {
        var file = DispatchClient.class.getSimpleName() + ".class";
        try (var bytes = new DataInputStream(DispatchClient.class.getResourceAsStream(file))) {
            assertThat(bytes.readInt()).isEqualTo(0xCAFEBABE);
            assertThat(bytes.readUnsignedShort()).as("minor version").isZero();
            assertThat(bytes.readUnsignedShort())
                    .as("major version")
                    .isEqualTo(ClassFileFormatVersion.RELEASE_17.major());
        }
    }
}

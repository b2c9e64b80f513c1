package org.teamsavailability.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.ClassFileFormatVersion;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "org.teamsavailability.schemas", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule recordsKnowOnlyAvroAndJava =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.teamsavailability.schemas",
                            "java..",
                            "org.apache.avro..",
                            "jakarta.annotation..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.teamsavailability.(**)").should().beFreeOfCycles();

    /** The programs of dispatch workflows use the records. */
    @Test
    void runsOnJava17() throws IOException {
        var file = Topics.class.getSimpleName() + ".class";
        try (var bytes = new DataInputStream(Topics.class.getResourceAsStream(file))) {
            assertThat(bytes.readInt()).isEqualTo(0xCAFEBABE);
            assertThat(bytes.readUnsignedShort()).as("minor version").isZero();
            assertThat(bytes.readUnsignedShort())
                    .as("major version")
                    .isEqualTo(ClassFileFormatVersion.RELEASE_17.major());
        }
    }
}

package org.teamsavailability.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.teamsavailability.schemas", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule recordsKnowNoKafkaAndNoRegistry =
            noClasses()
                    .that()
                    .resideInAPackage("org.teamsavailability.schemas")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "io.apicurio..",
                            "io.confluent..",
                            "com.microsoft.kiota..",
                            "org.teamsavailability.schemas.serde..");

    @ArchTest
    static final ArchRule nothingIsCompiledAgainstConfluent =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.confluent..");
}

package org.teamsavailability.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.teamsavailability.service", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SERVICE = "org.teamsavailability.service";

    @ArchTest
    static final ArchRule knowsNeitherService =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            SERVICE + "..",
                            "org.teamsavailability.graph..",
                            "org.teamsavailability.schemas..",
                            "java..",
                            "io.micrometer..",
                            "io.opentelemetry..",
                            "jakarta.servlet..",
                            "org.apache.kafka..",
                            "org.jspecify..",
                            "org.slf4j..",
                            "org.springframework..");

    @ArchTest
    static final ArchRule meetsKafkaInOnePackage =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(SERVICE + ".kafka..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule meetsOpenTelemetryInOnePackage =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(SERVICE + ".telemetry..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.opentelemetry..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.teamsavailability.(**)").should().beFreeOfCycles();
}

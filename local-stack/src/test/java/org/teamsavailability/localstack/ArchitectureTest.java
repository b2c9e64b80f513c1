package org.teamsavailability.localstack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
        packages = "org.teamsavailability.localstack",
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String LOCAL_STACK = "org.teamsavailability.localstack";

    /** The services are processes, which are met by their APIs and topics only. */
    @ArchTest
    static final ArchRule knowsNoService =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            LOCAL_STACK + "..",
                            "org.teamsavailability.commandline..",
                            "org.teamsavailability.operations..",
                            "org.teamsavailability.schemas..",
                            "org.teamsavailability.servers..",
                            "org.teamsavailability.simulator..",
                            "java..",
                            "io.zonky.test.db.postgres..",
                            "org.apache.avro..",
                            "org.apache.kafka..",
                            "org.jspecify..",
                            "org.slf4j..",
                            "picocli..",
                            "tools.jackson..");

    @ArchTest
    static final ArchRule meetsPicocliInTheCommandsOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(LOCAL_STACK + ".command..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule startsServersFromTheCommandsOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(LOCAL_STACK + ".command..", LOCAL_STACK + ".server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(LOCAL_STACK + ".server..", "io.zonky.test.db.postgres..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.teamsavailability.(**)").should().beFreeOfCycles();
}

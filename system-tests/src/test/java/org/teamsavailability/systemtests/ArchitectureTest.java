package org.teamsavailability.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
        packages = "org.teamsavailability.systemtests",
        importOptions = OnlyIncludeTests.class)
class ArchitectureTest {

    private static final String TESTS = "org.teamsavailability.systemtests";

    /** So that all who need a stack share one: a start costs some 15 seconds of CPU time. */
    @ArchTest
    static final ArchRule startsStacksForThePromisesOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(TESTS + ".promises..", TESTS + ".server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.teamsavailability.localstack.server..",
                            "org.teamsavailability.servers..",
                            "org.testcontainers..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.teamsavailability.(**)").should().beFreeOfCycles();
}

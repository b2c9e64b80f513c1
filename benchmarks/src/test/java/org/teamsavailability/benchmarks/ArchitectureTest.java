package org.teamsavailability.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.teamsavailability.benchmarks",
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("org.teamsavailability.benchmarks.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_ARMS_KNOW_THE_ENRICHER =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..benchmarks.arm..", "..benchmarks.gateway..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.teamsavailability.enricher..", "org.teamsavailability.graph..");

    @ArchTest
    static final ArchRule THE_SIMULATOR_IS_REACHED_BY_HTTP_ALONE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.teamsavailability.simulator..");
}

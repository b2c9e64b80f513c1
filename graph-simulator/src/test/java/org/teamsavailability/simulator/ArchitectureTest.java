package org.teamsavailability.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.teamsavailability.simulator",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNoOtherModuleAndNoClientOfMicrosofts =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.teamsavailability.simulator..",
                            "org.teamsavailability.commandline..",
                            "picocli..",
                            "java..",
                            "javax.crypto..",
                            "org.eclipse.jetty..",
                            "tools.jackson..",
                            "com.fasterxml.jackson.annotation..",
                            "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule meetsJettyInOnePackage =
            classes()
                    .that()
                    .resideOutsideOfPackage("org.teamsavailability.simulator")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.teamsavailability.(simulator.*)..").should().beFreeOfCycles();
}

package org.teamsavailability.servers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.teamsavailability.servers", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoOtherModule =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.teamsavailability.servers..",
                            "java..",
                            "org.apache.kafka..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule keepsKafkaOutOfTheProcesses =
            noClasses()
                    .that()
                    .resideInAPackage("org.teamsavailability.servers.process..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.teamsavailability.(**)").should().beFreeOfCycles();
}

package org.teamsavailability.operations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
        packages = "org.teamsavailability.operations",
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_COMMANDS_KNOW_THE_TOPICS_AND_NO_SERVICE =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.teamsavailability.operations..",
                            "org.teamsavailability.commandline..",
                            "org.teamsavailability.schemas..",
                            "java..",
                            "org.apache.avro..",
                            "org.apache.kafka.clients..",
                            "org.apache.kafka.common..",
                            "org.jspecify..",
                            "picocli..",
                            "tools.jackson..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("org.teamsavailability.operations.(*)..").should().beFreeOfCycles();
}

package org.teamsavailability.enricher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
        packages = "org.teamsavailability.enricher",
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_RULES_KNOW_ONLY_JAVA =
            classes()
                    .that()
                    .resideInAPackage("..enricher.rules..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "..enricher.rules..",
                            "java.lang..",
                            "java.time..",
                            "java.util..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("org.teamsavailability.enricher.(*)..").should().beFreeOfCycles();
}

package org.teamsavailability.schemas;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.teamsavailability.schemas", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule jsonKnowsNoKafkaAndNoRegistry =
            noClasses()
                    .that()
                    .resideInAPackage("org.teamsavailability.schemas.json..")
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

    @ArchTest
    static final ArchRule knowsNoOtherModule =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.teamsavailability..")
                                    .and(
                                            resideOutsideOfPackage(
                                                    "org.teamsavailability.schemas..")));

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.teamsavailability.schemas.(**)").should().beFreeOfCycles();
}

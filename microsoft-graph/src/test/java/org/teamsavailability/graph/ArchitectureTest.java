package org.teamsavailability.graph;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.teamsavailability.graph", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoKafkaNoSpringAndNoDatabase =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "org.apache.avro..",
                            "org.springframework..",
                            "org.jooq..",
                            "java.sql..");

    @ArchTest
    static final ArchRule keepsTheGraphSdkInOnePackage =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.teamsavailability.graph.sdk")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.microsoft.graph..", "com.microsoft.kiota..");

    @ArchTest
    static final ArchRule keepsMsalInOnePackage =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.teamsavailability.graph.tokens")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.microsoft.aad..");

    @ArchTest
    static final ArchRule keepsNimbusInOnePackage =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.teamsavailability.graph.signin")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule keepsWhatIsReadOfADirectoryFreeOfTheWayThere =
            noClasses()
                    .that()
                    .resideInAPackage("org.teamsavailability.graph.directory")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.teamsavailability.graph.sdk..",
                            "org.teamsavailability.graph.http..",
                            "org.teamsavailability.graph.tokens..",
                            "org.teamsavailability.graph.settings..",
                            "okhttp3..");

    @ArchTest
    static final ArchRule knowsNoAdapterInThePort =
            noClasses()
                    .that()
                    .resideInAPackage("org.teamsavailability.graph")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.teamsavailability.graph.*..", "okhttp3..");

    @ArchTest
    static final ArchRule knowsNoOtherModule =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.teamsavailability..")
                                    .and(resideOutsideOfPackage("org.teamsavailability.graph..")));

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.teamsavailability.(**)").should().beFreeOfCycles();
}

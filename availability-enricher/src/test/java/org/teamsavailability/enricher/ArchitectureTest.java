package org.teamsavailability.enricher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.teamsavailability.rules.instruction.InstructionText;
import org.teamsavailability.rules.instruction.Instructions;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.teamsavailability", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ENRICHER = "org.teamsavailability.enricher";

    @ArchTest
    static final ArchRule INSTRUCTIONS_ARE_READ_ONCE_WITH_THEIR_REQUEST =
            noClasses()
                    .that()
                    .resideInAPackage("..enricher..")
                    .and()
                    .doNotHaveFullyQualifiedName(ENRICHER + ".messaging.Questions")
                    .should()
                    .callMethod(Instructions.class, "read", String.class, String.class)
                    .orShould()
                    .callMethod(InstructionText.class, "of", String.class);

    @ArchTest
    static final ArchRule ONLY_DISPATCH_JOINS_WHAT_DOES_NOT_KNOW_EACH_OTHER =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("wiring")
                    .definedBy(ENRICHER)
                    .layer("dispatch")
                    .definedBy("..enricher.dispatch..")
                    .layer("messaging")
                    .definedBy("..enricher.messaging..")
                    .layer("tables")
                    .definedBy("..enricher.tables..")
                    .layer("stage")
                    .definedBy("..enricher.stage..")
                    .layer("topology")
                    .definedBy("..enricher.topology..")
                    .layer("teams")
                    .definedBy("..enricher.teams..")
                    .layer("rules")
                    .definedBy("org.teamsavailability.rules..")
                    .layer("settings")
                    .definedBy("..enricher.settings..")
                    .layer("health")
                    .definedBy("..enricher.health..")
                    .layer("command")
                    .definedBy("..enricher.command..")
                    .layer("warm-up")
                    .definedBy("..enricher.warmup..")
                    .layer("graph")
                    .definedBy("org.teamsavailability.graph..")
                    .whereLayer("dispatch")
                    .mayOnlyAccessLayers("rules", "messaging", "tables", "stage", "teams", "graph")
                    .whereLayer("messaging")
                    .mayOnlyAccessLayers("rules")
                    .whereLayer("tables")
                    .mayNotAccessAnyLayer()
                    .whereLayer("stage")
                    .mayNotAccessAnyLayer()
                    .whereLayer("topology")
                    .mayOnlyAccessLayers("stage", "tables", "settings", "rules")
                    .whereLayer("teams")
                    .mayOnlyAccessLayers("graph")
                    .whereLayer("settings")
                    .mayOnlyAccessLayers("stage", "teams", "graph")
                    .whereLayer("health")
                    .mayOnlyAccessLayers("dispatch", "topology", "graph")
                    .whereLayer("command")
                    .mayOnlyAccessLayers("settings")
                    .whereLayer("warm-up")
                    .mayOnlyAccessLayers("topology", "teams", "graph")
                    .whereLayer("graph")
                    .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule REQUESTS_KNOW_ONLY_THE_PORT_TO_TEAMS =
            noClasses()
                    .that()
                    .resideInAPackage("..enricher..")
                    .and()
                    .resideOutsideOfPackages(
                            ENRICHER,
                            "..enricher.settings..",
                            "..enricher.warmup..",
                            "..enricher.teams.batching..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..enricher.teams.batching..");

    @ArchTest
    static final ArchRule KAFKA_STOPS_AT_THE_STAGE_AND_THE_TABLES =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..enricher.messaging..", "..enricher.dispatch..", "..enricher.teams..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule SPRING_HOLDS_IT_TOGETHER_FROM_OUTSIDE =
            noClasses()
                    .that()
                    .resideInAPackage("..enricher..")
                    .and()
                    .resideOutsideOfPackages(
                            ENRICHER,
                            "..enricher.settings..",
                            "..enricher.health..",
                            "..enricher.command..")
                    .and()
                    .doNotHaveFullyQualifiedName(ENRICHER + ".topology.EnricherStreams")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule MICROSOFT_IS_REACHED_THROUGH_ITS_MODULE_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage("..enricher..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.microsoft..", "okhttp3..", "java.net.http..", "org.jooq..");

    @ArchTest
    static final ArchRule THE_REGISTRYS_LIBRARIES_ARE_KNOWN_WHERE_SERDES_ARE_BUILT =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.teamsavailability.schemas.serde..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.apicurio..", "io.confluent..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching(ENRICHER + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_WITHIN_A_PACKAGE_FORM_NO_CYCLES =
            slices().matching(ENRICHER + ".(**)").should().beFreeOfCycles();
}

package org.teamsavailability.mapping;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.teamsavailability.mapping.refusal.Refusal;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.teamsavailability.mapping", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MAPPING = "org.teamsavailability.mapping";

    /** The packages that know how the service is reached, and where its state is. */
    private static final String[] ADAPTERS = {"..persistence..", "..messaging..", "..web.."};

    /** Where each package of the service keeps its rules. */
    private static final DescribedPredicate<JavaClass> CORE =
            resideInAnyPackage(
                            MAPPING + ".access..",
                            MAPPING + ".audit..",
                            MAPPING + ".automap..",
                            MAPPING + ".availability..",
                            MAPPING + ".command..",
                            MAPPING + ".connection..",
                            MAPPING + ".decision..",
                            MAPPING + ".desk..",
                            MAPPING + ".fallback..",
                            MAPPING + ".instruction..",
                            MAPPING + ".outbox..",
                            MAPPING + ".profile..",
                            MAPPING + ".refusal..",
                            MAPPING + ".schedule..",
                            MAPPING + ".search..",
                            MAPPING + ".technician..",
                            MAPPING + ".tenantcheck..")
                    .and(not(resideInAnyPackage(ADAPTERS)))
                    .as("the core");

    /** A command says of any failure in one sentence what it means, also of the database's. */
    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NEITHER_DATABASE_NOR_HTTP_NOR_KAFKA =
            noClasses()
                    .that(CORE)
                    .and()
                    .doNotHaveFullyQualifiedName(MAPPING + ".command.Causes")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jooq..",
                            "java.sql..",
                            "javax.sql..",
                            MAPPING + ".database..",
                            "org.apache.kafka..",
                            "org.springframework.kafka..",
                            "org.springframework.web..",
                            "org.springframework.http..",
                            "org.springframework.security..",
                            "jakarta.servlet..");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_ADAPTER =
            noClasses()
                    .that(CORE)
                    .and()
                    .doNotHaveSimpleName("CommandContext")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            MAPPING + "..persistence..",
                            MAPPING + "..messaging..",
                            MAPPING + "..web..");

    /** What Spring is told of the core, and what of it Spring starts. */
    @ArchTest
    static final ArchRule SPRING_IS_KNOWN_WHERE_THE_CORE_IS_PUT_TOGETHER =
            noClasses()
                    .that(CORE)
                    .and()
                    .haveSimpleNameNotEndingWith("Wiring")
                    .and()
                    .doNotHaveFullyQualifiedName(MAPPING + ".outbox.PublicationHealth")
                    .and()
                    .doNotHaveFullyQualifiedName(MAPPING + ".outbox.RelayRunner")
                    .and()
                    .resideOutsideOfPackage(MAPPING + ".command")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule WHAT_IS_REACHED_OVER_HTTP_OR_KAFKA_KNOWS_NO_TABLE =
            noClasses()
                    .that()
                    .resideInAnyPackage("..web..", "..messaging..", "..settings..", "..server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jooq..", MAPPING + ".database..", MAPPING + "..persistence..");

    @ArchTest
    static final ArchRule STORES_KNOW_NEITHER_HTTP_NOR_KAFKA =
            noClasses()
                    .that()
                    .resideInAPackage("..persistence..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "org.springframework.kafka..",
                            "org.springframework.web..",
                            "org.springframework.http..",
                            MAPPING + "..web..",
                            MAPPING + "..messaging..");

    @ArchTest
    static final ArchRule WEB_IS_KNOWN_BY_WEB_ALONE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..web..", MAPPING + ".server..", MAPPING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(MAPPING + "..web..");

    @ArchTest
    static final ArchRule KAFKA_IS_KNOWN_WHERE_MESSAGES_ARE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..messaging..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    /** Each package decides in one place what its refusals are over HTTP. */
    @ArchTest
    static final ArchRule REFUSALS_BECOME_PROBLEMS_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideInAPackage("..web..")
                    .and()
                    .haveSimpleNameNotEndingWith("Problems")
                    .and()
                    .doNotHaveSimpleName("ProblemsOf")
                    .should()
                    .dependOnClassesThat(assignableTo(Refusal.class));

    /** A check needs no state of the service, so it cannot show any. */
    @ArchTest
    static final ArchRule INSTRUCTIONS_ARE_CHECKED_BY_THE_RULES_ALONE =
            classes()
                    .that()
                    .resideInAPackage(MAPPING + ".instruction")
                    .and()
                    .haveSimpleNameNotEndingWith("Wiring")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            MAPPING + ".instruction",
                            MAPPING + ".refusal",
                            "org.teamsavailability.rules..",
                            "java.lang..",
                            "java.time..",
                            "java.util..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule MICROSOFT_IS_REACHED_THROUGH_ITS_MODULE_ONLY =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.microsoft..", "okhttp3..", "java.net.http..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching(MAPPING + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(simpleName("CommandContext"), alwaysTrue())
                    .ignoreDependency(resideInAPackage(MAPPING + ".database.."), alwaysTrue());
}

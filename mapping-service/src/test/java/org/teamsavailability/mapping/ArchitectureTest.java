package org.teamsavailability.mapping;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.teamsavailability.mapping", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MAPPING = "org.teamsavailability.mapping";

    @ArchTest
    static final ArchRule THE_AUTO_MAP_AND_THE_RELAY_KNOW_NEITHER_DATABASE_NOR_KAFKA_NOR_SPRING =
            noClasses()
                    .that()
                    .resideInAnyPackage(MAPPING + ".automap", MAPPING + ".publishing")
                    .and()
                    .haveSimpleNameNotEndingWith("Wiring")
                    .and()
                    .doNotHaveFullyQualifiedName(MAPPING + ".publishing.PublicationHealth")
                    .and()
                    .doNotHaveFullyQualifiedName(MAPPING + ".publishing.RelayRunner")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jooq..",
                            "java.sql..",
                            "org.apache.kafka..",
                            "org.springframework..",
                            MAPPING + ".database..");

    @ArchTest
    static final ArchRule ROUTES_AND_LISTENERS_TOUCH_NO_TABLE =
            noClasses()
                    .that()
                    .resideInAnyPackage("..web..", "..messaging..", "..settings..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(MAPPING + ".database..");

    @ArchTest
    static final ArchRule KAFKA_IS_KNOWN_WHERE_MESSAGES_ARE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..messaging..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule MICROSOFT_IS_REACHED_THROUGH_ITS_MODULE_ONLY =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.microsoft..", "okhttp3..", "java.net.http..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES_BUT_FOR_WHERE_THEY_ARE_PUT_TOGETHER =
            slices().matching(MAPPING + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(simpleNameEndingWith("Wiring"), alwaysTrue())
                    .ignoreDependency(resideInAPackage(MAPPING + ".database.."), alwaysTrue());
}

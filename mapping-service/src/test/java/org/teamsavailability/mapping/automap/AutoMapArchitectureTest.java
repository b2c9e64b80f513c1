package org.teamsavailability.mapping.automap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.teamsavailability.mapping.automap",
        importOptions = DoNotIncludeTests.class)
class AutoMapArchitectureTest {

    @ArchTest
    static final ArchRule theCoreKnowsNoDatabaseNoHttpAndNoSpring =
            noClasses()
                    .that()
                    .resideInAPackage("org.teamsavailability.mapping.automap")
                    .and()
                    .doNotHaveSimpleName("AutoMapWiring")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jooq..",
                            "java.sql..",
                            "org.springframework..",
                            "org.apache.kafka..",
                            "org.apache.avro..",
                            "tools.jackson..",
                            "org.teamsavailability.mapping.automap.*..",
                            "org.teamsavailability.mapping.database..");

    @ArchTest
    static final ArchRule theAdaptersDoNotKnowEachOther =
            noClasses()
                    .that()
                    .resideInAPackage("..automap.web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..automap.persistence..", "org.jooq..");
}

package org.teamsavailability.mapping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** {@code -DexcludedGroups=slow} runs what starts no server. */
@AnalyzeClasses(packages = "org.teamsavailability.mapping", importOptions = OnlyIncludeTests.class)
class SlowTagTest {

    private static final String SERVERS = "org.teamsavailability.mapping.TestServers";

    @ArchTest
    static final ArchRule TESTS_THAT_START_A_SERVER_ARE_TAGGED_AS_SLOW =
            classes().that().haveSimpleNameEndingWith("Test").should(beSlowIfTheyStartAServer());

    private static ArchCondition<JavaClass> beSlowIfTheyStartAServer() {
        return new ArchCondition<>("be tagged as slow if they start a server") {
            @Override
            public void check(JavaClass test, ConditionEvents events) {
                if (isTaggedAsSlow(test)) {
                    return;
                }
                var way = wayToServers(test);
                if (!way.isEmpty()) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    test,
                                    "%s starts a server, by %s, but lacks @Tag(\"slow\")"
                                            .formatted(test.getName(), way)));
                }
            }
        };
    }

    private static boolean isTaggedAsSlow(JavaClass test) {
        return findRepeatableAnnotations(test.reflect(), Tag.class).stream()
                .anyMatch(it -> it.value().equals("slow"));
    }

    /** The classes that lead from a test to the servers; empty if it does not get there. */
    private static List<String> wayToServers(JavaClass test) {
        var ways = new ArrayDeque<List<JavaClass>>(List.of(List.of(test)));
        Set<JavaClass> seen = new HashSet<>(List.of(test));
        while (!ways.isEmpty()) {
            var way = ways.remove();
            for (Dependency dependency : way.getLast().getDirectDependenciesFromSelf()) {
                var next = dependency.getTargetClass().getBaseComponentType();
                if (!next.getPackageName().startsWith("org.teamsavailability.mapping")
                        || !seen.add(next)) {
                    continue;
                }
                var further = Stream.concat(way.stream(), Stream.of(next)).toList();
                if (next.getName().equals(SERVERS)) {
                    return further.stream().map(JavaClass::getSimpleName).toList();
                }
                ways.add(further);
            }
        }
        return List.of();
    }
}

package org.teamsavailability.mapping.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.teamsavailability.mapping.refusal.Refusal;
import org.teamsavailability.mapping.web.ProblemsOf;

@Tag("slow")
class RefusalProblemsTest extends RunningService {

    @Autowired private List<ProblemsOf<?>> problems;

    @Test
    void knowTheRefusalsOfEachPackage() {
        var refusals =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.teamsavailability.mapping")
                                .stream()
                                .filter(it -> it.isInterface() && it.isAssignableTo(Refusal.class))
                                .filter(it -> !it.isEquivalentTo(Refusal.class))
                                .map(JavaClass::getName)
                                .toList();

        assertThat(problems)
                .extracting(it -> it.refusals().getName())
                .containsExactlyInAnyOrderElementsOf(refusals);
    }
}

package org.teamsavailability.testsupport.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.teamsavailability.testsupport.language.Checkout.Source;

/** {@code CONTRIBUTING.md} names rules that exist. */
class ContributingTest {

    private static final Pattern RULE = Pattern.compile("`([A-Z]+(?:_[A-Z]+){2,})`");

    private final List<Source> sources = Checkout.sources();

    @Test
    void namesArchUnitRulesThatExist() {
        String contributing =
                sources.stream()
                        .filter(source -> source.path().equals("CONTRIBUTING.md"))
                        .findFirst()
                        .orElseThrow()
                        .text();
        List<String> tests =
                sources.stream()
                        .filter(source -> source.path().endsWith("ArchitectureTest.java"))
                        .map(Source::text)
                        .toList();

        assertThat(RULE.matcher(contributing).results().map(MatchResult::group))
                .hasSizeGreaterThan(10)
                .allSatisfy(rule ->
                        assertThat(tests)
                                .anyMatch(test ->
                                        test.contains("ArchRule " + rule.replace("`", ""))));
    }
}

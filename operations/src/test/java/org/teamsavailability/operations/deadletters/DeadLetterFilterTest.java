package org.teamsavailability.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teamsavailability.operations.deadletters.Fixtures.NOON;
import static org.teamsavailability.operations.deadletters.Fixtures.request;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teamsavailability.operations.console.BadInput;
import picocli.CommandLine;

class DeadLetterFilterTest {

    private static final List<DeadLetter> ALL =
            List.of(
                    request(0, 1, NOON.minus(Duration.ofHours(3)), "too short"),
                    request(0, 2, NOON.minus(Duration.ofHours(1)), "unknown schema id 7"),
                    request(1, 1, NOON.minus(Duration.ofMinutes(1)), "too short"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --reason SHORT                                        | 0:1 1:1
                    --reason unreadablerecord                             | 0:1 0:2 1:1
                    --until 30m                                           | 0:1 0:2
                    --topic dispatch-requested-dlq --offsets 0:1-9        | 0:1 0:2
                    --topic dispatch-requested-dlq --offsets 0:1          | 0:1
                    --topic dispatch-requested-dlq --offsets 0:2,1:1      | 0:2 1:1
                    --reason short --until 2h                             | 0:1
                    """)
    void meansWhatAllOfItsArgumentsLeave(String arguments, String places) {
        var meant = choice(arguments).meant(NOON);

        assertThat(ALL.stream().filter(meant).map(DeadLetter::place))
                .containsExactly(places.split(" "));
    }

    @Test
    void beginsAtSince() {
        assertThat(choice("--since 2h").since(NOON)).isEqualTo(NOON.minus(Duration.ofHours(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --topic requests                                  | --topic is 'requests', allowed: dispatch-requested-dlq, psa-technician-dlq
                    --offsets 0:1                                     | --offsets stands without --topic, allowed: both of them
                    --topic psa-technician-dlq --offsets 7            | --offsets holds '7', allowed: partition:offset or partition:first-last, with commas between
                    """)
    void saysWhatIsAllowed(String arguments, String message) {
        var choice = choice(arguments);

        assertThatThrownBy(
                        () -> {
                            choice.piles();
                            choice.meant(NOON);
                        })
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    private static DeadLetterFilter choice(String arguments) {
        var choice = new DeadLetterFilter();
        new CommandLine(choice).parseArgs(arguments.split(" +"));
        return choice;
    }
}

package org.teamsavailability.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

    @Test
    void breaksBeforeTheEightyFirstColumn() {
        var word = "x".repeat(39);

        assertThat(Paragraph.of("", "> ", word + " " + word + "y z"))
                .containsExactly(word + " " + word + "y", "> z");
        assertThat(Paragraph.of("", "> ", word + " " + word + "yy z"))
                .containsExactly(word, "> " + word + "yy z");
    }

    @Test
    void givesALongerWordALineOfItsOwn() {
        var id = "x".repeat(200);

        assertThat(Paragraph.of("a ", "  ", "b " + id + " c"))
                .containsExactly("a b", "  " + id, "  c");
    }
}

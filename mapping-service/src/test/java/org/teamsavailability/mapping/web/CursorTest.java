package org.teamsavailability.mapping.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final List<Character> LETTERS = List.of('A', 'a', 'Z', '9', '-', '_');

    private final Cursor cursor = new Cursor("technicians", "northwind");

    @Property
    void leadsBackToItsPlace(@ForAll String place) {
        var text = new String(place.getBytes(UTF_8), UTF_8);

        assertThat(cursor.place(cursor.of(text))).isEqualTo(text);
    }

    @Test
    void isRefusedWithAnyOfItsCharactersChangedOrMissing() {
        var whole = cursor.of("t-17");

        for (int i = 0; i < whole.length(); i++) {
            isRefused(cursor, whole.substring(0, i) + whole.substring(i + 1));
            for (char other : LETTERS) {
                if (other != whole.charAt(i)) {
                    isRefused(cursor, whole.substring(0, i) + other + whole.substring(i + 1));
                }
            }
        }
    }

    @Test
    void isRefusedByAnotherListAndAnotherDesk() {
        var whole = cursor.of("t-17");

        isRefused(new Cursor("audit", "northwind"), whole);
        isRefused(new Cursor("technicians", "southwind"), whole);
    }

    @Test
    void isRefusedWhereItIsNoneAtAll() {
        for (var text : new String[] {"xyz", "*", "AA", "a b", "ü", "====", "A"}) {
            isRefused(cursor, text);
        }
    }

    private static void isRefused(Cursor by, String text) {
        assertThatExceptionOfType(Problem.class)
                .as(text)
                .isThrownBy(() -> by.place(text))
                .satisfies(it -> assertThat(it.status().value()).isEqualTo(400))
                .satisfies(it ->
                        assertThat(String.valueOf(it.body().getType()))
                                .isEqualTo("urn:teams-availability:invalid-cursor"));
    }
}

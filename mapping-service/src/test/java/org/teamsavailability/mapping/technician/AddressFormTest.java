package org.teamsavailability.mapping.technician;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "nina@match.example\u00A0|nina@match.example",
                "zoe@match.example\u200B|zoe@match.example",
                "bo@match.example\uFEFF|bo@match.example",
                "\uFEFFbo@match.example|bo@match.example",
                "a\u00ADnna@ma\u00ADtch.example|anna@match.example",
                "an na@match .example|anna@match.example",
                "anna\u202F@\u2007match.example|anna@match.example",
                "\u202Aanna@match.example\u202C|anna@match.example",
                "A\u0301NNA@Match.Example|\u00E1nna@match.example",
                "a\u200B\u0301nna@match.example|\u00E1nna@match.example",
                "anna@M\u00DCNCHEN.example|anna@xn--mnchen-3ya.example",
                "anna@mu\u0308nchen.example|anna@XN--MNCHEN-3YA.example",
                "anna@match\u3002example|anna@match.example",
                "anna@\uFF4Datch.example|anna@match.example",
                "anna@stra\u00DFe.example|anna@STRA\u1E9EE.example",
                "anna|ANNA ",
            })
    void isTheSameForWhatLooksTheSame(String one, String other) {
        assertThat(AddressForm.of(one)).isNotNull().isEqualTo(AddressForm.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "anna@stra\u00DFe.example, anna@strasse.example",
        "anna@a.example, anna@b.example",
        "m\u00FCller@x.example, muller@x.example",
        "anna@x.example, anna@x.example.",
    })
    void isAnotherForAnotherAddress(String one, String other) {
        assertThat(AddressForm.of(one)).isNotEqualTo(AddressForm.of(other));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u00A0\u200B\uFEFF\u00AD\t"})
    void isNothingWhereNothingIsSeen(String address) {
        assertThat(AddressForm.of(address)).isNull();
    }

    @Property
    void doesNotDependOnWhatNobodySees(
            @ForAll("addresses") String address, @ForAll("unseen") List<String> unseen) {
        var parts = new ArrayList<>(unseen);
        var text = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            text.append(parts.isEmpty() ? "" : parts.removeLast()).append(address.charAt(i));
        }

        assertThat(AddressForm.of(text.toString())).isEqualTo(AddressForm.of(address));
    }

    @Property
    void isTheFormOfItself(@ForAll("addresses") String address) {
        var form = AddressForm.of(address);

        assertThat(AddressForm.of(form)).isEqualTo(form);
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of("a", "Z", "1", ".", "\u00E4", "\u00DF", "\u4E2D", "-")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(it -> String.join("", it))
                .flatMap(local ->
                        Arbitraries.of("x.example", "M\u00FCnchen.example", "stra\u00DFe.example")
                                .map(domain -> local + "@" + domain));
    }

    @Provide
    Arbitrary<List<String>> unseen() {
        return Arbitraries.of("", " ", "\u00A0", "\u200B", "\u200D", "\uFEFF", "\u00AD", "\u2060")
                .list()
                .ofMaxSize(12);
    }
}

package org.teamsavailability.mapping.technician.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.refusal.Refusal;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.mapping.technician.RowError;
import org.teamsavailability.mapping.technician.Sent;
import org.teamsavailability.mapping.technician.TechnicianChange;
import org.teamsavailability.mapping.technician.TechnicianRefusal;

class TechnicianCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "technicianId,displayName,email,active\nanna,Anna,anna@x.test,true\n",
                "technicianId,displayName,email,active\r\nanna,Anna,anna@x.test,\r\n",
                "technicianId,displayName,email\nanna,Anna,anna@x.test",
                "\uFEFFtechnicianId,displayName,email\n\nanna,Anna,anna@x.test\n\n\r\n",
                "active,email,displayName,technicianId\nTRUE, anna@x.test ,\"Anna\",anna\n",
                "\"technicianId\", displayName ,email\nanna,\"Anna\",\"anna@x.test\"",
                "technicianId;displayName;email;active\nanna;Anna;anna@x.test;WAHR\n",
                "technicianId\tdisplayName\temail\nanna\tAnna\tanna@x.test\n",
                "Technician ID,display_name,E_MAIL\nanna,Anna,anna@x.test\n",
                "technician_id;Display Name;EMAIL\nanna;Anna;anna@x.test\n;;\n",
                "technicianId,displayName,email,active\nanna,Anna,anna@x.test,true\n,,,\n,,,\n",
                "technicianId,displayName,email\n , ,\u00a0\nanna,Anna,anna@x.test\n",
                "technicianId;displayName;email;;\nanna;Anna;anna@x.test;;\n;;;;\n",
                "technicianId,displayName,email\n\u00a0anna ,Anna\u00a0,anna@x.test\u00a0\n"
            })
    void readsTheSameTechnicianFromEveryForm(String file) {
        assertThat(read(file))
                .extracting(
                        TechnicianChange::technicianId,
                        TechnicianChange::displayName,
                        TechnicianChange::email)
                .containsExactly(tuple("anna", "Anna", new Sent<>("anna@x.test")));
    }

    @Test
    void readsWhatIsQuoted() {
        var technicians =
                read("technicianId,displayName,active\n\"1,2\",\"Anna \"\"A\"\" Müller\",false\n");

        assertThat(technicians)
                .containsExactly(new TechnicianChange("1,2", "Anna \"A\" Müller", null, false));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "TRUE, true",
        "yes, true",
        "1, true",
        "WAHR, true",
        "VRAI, true",
        "VERDADERO, true",
        "WAAR, true",
        "' True\u00a0', true",
        "'', true",
        "false, false",
        "No, false",
        "0, false",
        "FALSCH, false",
        "FAUX, false",
        "FALSO, false",
        "ONWAAR, false",
    })
    void readsTrueAndFalseAsExcelWritesThem(String cell, boolean active) {
        assertThat(read("technicianId,displayName,active\nanna,Anna," + cell + "\n"))
                .extracting(TechnicianChange::active)
                .containsExactly(active);
    }

    @Test
    void tellsAColumnThatIsLeftOutFromAnEmptyCell() {
        var without = read("technicianId,displayName\nanna,Anna\n").getFirst();
        var empty = read("technicianId,displayName,email,active\nanna,Anna,,\n").getFirst();

        assertThat(without).isEqualTo(new TechnicianChange("anna", "Anna", null, null));
        assertThat(empty).isEqualTo(new TechnicianChange("anna", "Anna", new Sent<>(null), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N/A",
                "Tim <t@x>",
                "none",
                "t@",
                "@x",
                "t@x@y",
                "\"t@x, u@x\"",
                "mailto:t@x"
            })
    void refusesAnEmailThatIsNoAddress(String cell) {
        assertThat(errors("technicianId,displayName,email\nanna,Anna," + cell + "\n"))
                .containsExactly(
                        new RowError(
                                2,
                                "email",
                                null,
                                "is no address, use one such as name@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t@x",
                "o'neil+psa@sub.x.example",
                "zoe@match.example\u200b",
                "m\u00fcller@m\u00fcnchen.example"
            })
    void takesAddresses(String cell) {
        assertThat(read("technicianId,displayName,email\nanna,Anna," + cell + "\n"))
                .extracting(TechnicianChange::email)
                .containsExactly(new Sent<>(cell));
    }

    @Test
    void refusesAValueInAColumnWithoutAName() {
        assertThat(errors("technicianId,displayName,\nanna,Anna,x\n"))
                .containsExactly(
                        new RowError(
                                2,
                                null,
                                null,
                                "has a value in a column without a name: name it, or clear it"));
    }

    @Test
    void saysWhichDelimiterAValueHolds() {
        assertThat(errors("technicianId;displayName\nanna;An;na\n"))
                .containsExactly(
                        new RowError(
                                2,
                                null,
                                null,
                                "has 3 fields, but the header has 2: quote values that hold a"
                                        + " semicolon"));
    }

    @Test
    void namesTheLineOfEachError() {
        var errors =
                errors(
                        """
                        technicianId,displayName,email,active

                        anna,"An
                        na",,
                        ben,Ben,,perhaps
                        ,Cleo,,
                        anna,Anna
                        """);

        assertThat(errors)
                .containsExactly(
                        new RowError(
                                3,
                                "displayName",
                                null,
                                "holds the control character U+000A, leave it out"),
                        new RowError(5, "active", null, "is neither true nor false"),
                        new RowError(6, "technicianId", null, "is missing"),
                        new RowError(
                                7,
                                null,
                                null,
                                "has 2 fields, but the header has 4: quote values that hold a"
                                        + " comma"));
    }

    @Test
    void namesTheLineOfTheSameTechnicianBefore() {
        assertThat(errors("technicianId,displayName\nanna,Anna\n\nanna,Anna\n"))
                .containsExactly(new RowError(4, "technicianId", null, "is the same as in row 2"));
    }

    @Test
    void listsTheColumnsThatAreAllowed() {
        assertThat(errors("technicianId,phone,technicianId\nanna,1,2\n"))
                .containsExactly(
                        new RowError(
                                1,
                                "phone",
                                null,
                                "is not a column, use technicianId, displayName, email, active"),
                        new RowError(1, "technicianId", null, "is there twice"),
                        new RowError(1, "displayName", null, "is missing in the header"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void refusesAnEmptyFile(String file) {
        assertThat(errors(file))
                .containsExactly(
                        new RowError(1, null, null, "is empty: the first line names the columns"));
    }

    @Test
    void refusesAFileOfAHeaderAlone() {
        assertThat(refusal("technicianId,displayName\n".getBytes(UTF_8)))
                .isEqualTo(new TechnicianRefusal.WrongNumber(0, 5_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "technicianId,displayName\nanna,Anna\nben,\"Ben\" x\ncleo,Cleo\n",
                "technicianId,displayName\nanna,Anna\nben,\"Ben\ncleo,Cleo\n"
            })
    void namesTheLineWhereQuotesGoWrong(String file) {
        assertThat(errors(file))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.row()).isEqualTo(3);
                    assertThat(error.message()).startsWith("is not CSV from here on");
                });
    }

    @Test
    void refusesAnotherEncodingInsteadOfReplacingCharacters() {
        var file = "technicianId,displayName\r\nanna,Anna\r\nben,Müller\r\n".getBytes(ISO_8859_1);

        assertThat(errors(file))
                .containsExactly(
                        new RowError(
                                3, null, null, "is not in UTF-8: save the file as \"CSV UTF-8\""));
    }

    @Test
    void refusesACharacterThatIsCutOff() {
        var whole = "technicianId,displayName\nanna,é".getBytes(UTF_8);

        assertThat(errors(java.util.Arrays.copyOf(whole, whole.length - 1)))
                .extracting(RowError::row)
                .containsExactly(2);
    }

    @Test
    void refusesMoreThanFiveThousand() {
        var file = new StringBuilder("technicianId,displayName\n");
        for (int i = 0; i < 6_000; i++) {
            file.append("t").append(i).append(",T\n");
        }

        assertThat(refusal(file.toString().getBytes(UTF_8)))
                .isEqualTo(new TechnicianRefusal.WrongNumber(5_001, 5_000));
    }

    private static List<TechnicianChange> read(String file) {
        return TechnicianCsv.read(file.getBytes(UTF_8)).technicians();
    }

    private static List<RowError> errors(String file) {
        return errors(file.getBytes(UTF_8));
    }

    private static List<RowError> errors(byte[] file) {
        assertThat(refusal(file)).isInstanceOf(TechnicianRefusal.InvalidRows.class);
        return ((TechnicianRefusal.InvalidRows) refusal(file)).errors();
    }

    private static Refusal refusal(byte[] file) {
        return catchThrowableOfType(RefusedException.class, () -> TechnicianCsv.read(file))
                .refusal();
    }
}

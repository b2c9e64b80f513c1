package org.teamsavailability.mapping.technician.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.technician.RowError;
import org.teamsavailability.mapping.technician.Technician;
import org.teamsavailability.mapping.web.Problem;

class TechnicianCsvTest {

    private static final Technician ANNA = new Technician("anna", "Anna", "anna@x.test", true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "technicianId,displayName,email,active\nanna,Anna,anna@x.test,true\n",
                "technicianId,displayName,email,active\r\nanna,Anna,anna@x.test,\r\n",
                "technicianId,displayName,email\nanna,Anna,anna@x.test",
                "\uFEFFtechnicianId,displayName,email\n\nanna,Anna,anna@x.test\n\n\r\n",
                "active,email,displayName,technicianId\nTRUE, anna@x.test ,\"Anna\",anna\n",
                "\"technicianId\", displayName ,email\nanna,\"Anna\",\"anna@x.test\""
            })
    void readsTheSameTechnicianFromEveryForm(String file) {
        assertThat(read(file)).containsExactly(ANNA);
    }

    @Test
    void readsWhatIsQuoted() {
        var technicians =
                read("technicianId,displayName,active\n\"1,2\",\"Anna \"\"A\"\" Müller\",false\n");

        assertThat(technicians)
                .containsExactly(new Technician("1,2", "Anna \"A\" Müller", null, false));
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
                                "holds the control character U+000A, leave it out"),
                        new RowError(5, "active", "is neither true nor false"),
                        new RowError(6, "technicianId", "is missing"),
                        new RowError(
                                7,
                                null,
                                "has 2 fields, but the header has 4: quote values that hold a"
                                        + " comma"));
    }

    @Test
    void namesTheLineOfTheSameTechnicianBefore() {
        assertThat(errors("technicianId,displayName\nanna,Anna\n\nanna,Anna\n"))
                .containsExactly(new RowError(4, "technicianId", "is the same as in row 2"));
    }

    @Test
    void listsTheColumnsThatAreAllowed() {
        assertThat(errors("technicianId,phone,technicianId\nanna,1,2\n"))
                .containsExactly(
                        new RowError(
                                1,
                                "phone",
                                "is not a column, use technicianId, displayName, email, active"),
                        new RowError(1, "technicianId", "is there twice"),
                        new RowError(1, "displayName", "is missing in the header"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void refusesAnEmptyFile(String file) {
        assertThat(errors(file))
                .containsExactly(
                        new RowError(1, null, "is empty: the first line names the columns"));
    }

    @Test
    void refusesAFileOfAHeaderAlone() {
        var problem = catchThrowableOfType(Problem.class, () -> read("technicianId,displayName\n"));

        assertThat(problem).hasMessage("There are 0 technicians, send 1 to 5,000 at once.");
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
                        new RowError(3, null, "is not in UTF-8: save the file as \"CSV UTF-8\""));
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

        assertThat(catchThrowableOfType(Problem.class, () -> read(file.toString())))
                .hasMessageEndingWith("send 1 to 5,000 at once.");
    }

    private static List<Technician> read(String file) {
        return TechnicianCsv.read(file.getBytes(UTF_8)).technicians();
    }

    private static List<RowError> errors(String file) {
        return errors(file.getBytes(UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static List<RowError> errors(byte[] file) {
        var problem = catchThrowableOfType(Problem.class, () -> TechnicianCsv.read(file));
        Map<String, Object> members =
                Objects.requireNonNull(problem.body().getProperties(), "no members");
        return (List<RowError>) Objects.requireNonNull(members.get("errors"));
    }
}

package org.teamsavailability.mapping.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.SharedApi;
import org.teamsavailability.mapping.TestApi;
import org.teamsavailability.mapping.access.Scope;

@SharedApi
class StrictJsonTest {

    private static final String TECHNICIANS = "/public-api/technicians";
    private static final String KEYS = "/public-api/api-keys";
    private static final String RUNS = "/public-api/teams-availability/auto-map";

    private final TestApi api;
    private TestApi.Desk desk;

    StrictJsonTest(TestApi api) {
        this.api = api;
    }

    @BeforeEach
    void aDesk() {
        desk = api.desk("desk-" + UUID.randomUUID(), Scope.READ, Scope.WRITE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // unexpected, at any depth, and with characters that a pointer escapes
                "{'technicians':[{},{},{},{'emial':1}]} | /technicians/3/emial | is not a field of"
                        + " this request. Use active, displayName, email or technicianId",
                "{'technicians':[{'technician_id':'a'}]} | /technicians/0/technician_id | is not a"
                        + " field of this request. Use active, displayName, email or technicianId",
                "{'a/b~c':1} | /a~1b~0c | is not a field of this request. Use technicians",
                // of another type
                "{'technicians':[{'technicianId':7}]} | /technicians/0/technicianId | must be a"
                        + " string",
                "{'technicians':[{'technicianId':true}]} | /technicians/0/technicianId | must be a"
                        + " string",
                "{'technicians':[{'technicianId':1.5}]} | /technicians/0/technicianId | must be a"
                        + " string",
                "{'technicians':[{'technicianId':{}}]} | /technicians/0/technicianId | must be a"
                        + " string",
                "{'technicians':[{'technicianId':[]}]} | /technicians/0/technicianId | must be a"
                        + " string",
                "{'technicians':[{'email':5}]} | /technicians/0/email | must be a string",
                "{'technicians':[{'active':'true'}]} | /technicians/0/active | must be true or"
                        + " false",
                "{'technicians':[{'active':1}]} | /technicians/0/active | must be true or false",
                "{'technicians':[{'active':''}]} | /technicians/0/active | must be true or false",
                "{'technicians':[7]} | /technicians/0 | must be an object",
                "{'technicians':['']} | /technicians/0 | must be an object",
                "{'technicians':{}} | /technicians | must be an array",
                "{'technicians':'a'} | /technicians | must be an array",
                "[] | `` | must be an object",
                "[{}] | `` | must be an object",
                "7 | `` | must be an object",
                "'' | `` | must be an object",
                "'a' | `` | must be an object",
                // twice, and more than one value
                "{'technicians':[],'technicians':[]} | /technicians | is there twice in its object."
                        + " Send it once",
                "{'technicians':[{'email':null,'email':null}]} | /technicians/0/email | is there"
                        + " twice in its object. Send it once",
                "{'technicians':[]}{} | `` | holds a second value after the first. Send one JSON"
                        + " object",
                "{'technicians':[]} 1 | `` | holds a second value after the first. Send one JSON"
                        + " object",
                "null | `` | is null. Send a JSON object",
            })
    void namesThePlaceAndWhatIsWrong(String body, String pointer, String message) {
        var answer = desk.put(TECHNICIANS, body.replace('\'', '"'));

        isMalformed(answer, pointer, message);
        assertThat(answer.body().get("detail").asString())
                .isEqualTo((pointer.isEmpty() ? "The body" : pointer) + " " + message + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'technicians':[{'technicianId':'a',}]} | /technicians/0/technicianId | 1, column"
                        + " 37",
                "{'technicians':[{},]} | /technicians/1 | 1, column 20",
                "{'technicians':[ | /technicians | 1, column",
                "{'technicians':[{'active':yes}]} | /technicians/0/active | 1, column",
                "{'technicians':[]} x | `` | 1, column",
                "<x/> | `` | 1, column 1",
                "// a | `` | 1, column 1",
                "{'technicians':[{'active':NaN}]} | /technicians/0/active | 1, column",
                "{technicians:[]} | `` | 1, column 2",
            })
    void saysWhereATextIsNoJson(String body, String pointer, String position) {
        var answer = desk.put(TECHNICIANS, body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asString())
                .contains("is not valid JSON at line " + position);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'confirmClears':1.0} | /confirmClears | must be an integer",
                "{'confirmClears':'1'} | /confirmClears | must be an integer",
                "{'confirmClears':true} | /confirmClears | must be an integer",
                "{'confirmClears':99999999999} | /confirmClears | is a number out of the range of"
                        + " an integer",
                "{'dryRun':'false'} | /dryRun | must be true or false",
                "{'dryRun':0} | /dryRun | must be true or false",
                "{'teamIds':'a'} | /teamIds | must be an array",
                "{'teamIds':[1]} | /teamIds/0 | must be a string",
            })
    void convertsNoValueIntoAnother(String body, String pointer, String message) {
        isMalformed(desk.post(RUNS, body.replace('\'', '"')), pointer, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /name | is missing or blank",
                "{'name':null,'scopes':['read']} | /name | is missing or blank",
                "{'name':'a','scopes':['read',null]} | /scopes/1 | is missing",
                "{'name':'a','scopes':['read','admin']} | /scopes/1 | is not a scope, use read,"
                        + " write and ask",
                "{'name':'a','scopes':[]} | /scopes | is missing or empty",
            })
    void namesWhatIsMissingInWhateverLanguage(String body, String pointer, String message) {
        var answer = desk.post(KEYS, body.replace('\'', '"'), "Accept-Language", "de");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(
                        answer.body()
                                .get("errors")
                                .valueStream()
                                .map(it ->
                                        it.get("pointer").asString()
                                                + " "
                                                + it.get("message").asString()))
                .contains(pointer + " " + message);
    }

    @Test
    void takesUtf8Only() {
        var body = "{\"technicians\":[{\"technicianId\":\"ü\",\"displayName\":\"Ü\"}]}";

        isMalformed(
                desk.send("PUT", TECHNICIANS, body.getBytes(UTF_16), "application/json"),
                "",
                "is not in UTF-8 from byte 1 in line 1 on. Send JSON in UTF-8");
        isMalformed(
                desk.send("PUT", TECHNICIANS, body.getBytes(UTF_16LE), "application/json"),
                "",
                "is not in UTF-8 from byte 2 in line 1 on. Send JSON in UTF-8");
        isMalformed(
                desk.send(
                        "PUT",
                        TECHNICIANS,
                        "\n{\"a\":\"\u00fc\"}".getBytes(ISO_8859_1),
                        "application/json"),
                "",
                "is not in UTF-8 from byte 8 in line 2 on. Send JSON in UTF-8");
        isMalformed(
                desk.send(
                        "PUT", TECHNICIANS, ("\ufeff" + body).getBytes(UTF_8), "application/json"),
                "",
                "begins with a byte order mark. Send it without");
        assertThat(
                        desk.send(
                                        "PUT",
                                        TECHNICIANS,
                                        body.getBytes(UTF_8),
                                        "application/json;charset=\"UTF-8\"")
                                .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "utf-16", "us-ascii"})
    void takesNoOtherCharset(String charset) {
        var json =
                desk.send(
                        "PUT",
                        TECHNICIANS,
                        "{}".getBytes(UTF_8),
                        "application/json;charset=" + charset);
        var csv = desk.upload("technicianId\n".getBytes(UTF_8), "text/csv; charset=" + charset);

        for (var answer : new TestApi.Answer[] {json, csv}) {
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.body().get("detail").asString())
                    .isEqualTo(
                            "The body is in the charset %s, as its Content-Type says. Send it in UTF-8."
                                    .formatted(charset));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void saysThatABodyIsMissing(String body) {
        isMalformed(
                desk.put(TECHNICIANS, body),
                "",
                "is missing. GET /public-api/openapi.json has an example of it");
    }

    @Test
    void refusesNamesThatAreTooLong() {
        isMalformed(
                desk.put(TECHNICIANS, "{\"" + "x".repeat(60_000) + "\":1}"),
                "",
                "is nested too deep, or holds a number or a name that is too long");
    }

    private static void isMalformed(TestApi.Answer answer, String pointer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("type").asString())
                .isEqualTo("urn:teams-availability:bad-request");
        assertThat(answer.body().get("errors")).hasSize(1);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.body().at("/errors/0/message").asString()).isEqualTo(message);
    }
}

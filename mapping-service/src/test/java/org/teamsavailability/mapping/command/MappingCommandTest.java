package org.teamsavailability.mapping.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.API_KEY;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.TestDatabase;

class MappingCommandTest {

    private static final String KEY = "ta_sk_[A-Za-z0-9_-]{43}\n";

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final DSLContext owner = DSL.using(database.owner(), SQLDialect.POSTGRES);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void createsADeskAndPrintsItsFirstKeyAndNothingElse() {
        int code = run("create-desk", "--id", "northwind");

        assertThat(err).hasToString("");
        assertThat(code).isZero();
        assertThat(out.toString()).matches(KEY);
        var key = owner.selectFrom(API_KEY).fetchSingle();
        assertThat(key.getServiceDeskId()).isEqualTo("northwind");
        assertThat(key.getName()).isEqualTo("first key");
        assertThat(key.getScopes()).containsExactlyInAnyOrder("read", "write");
        assertThat(owner.fetchValues(AUDIT_ENTRY.ACTOR)).isNotEmpty().containsOnly("operator");
        assertThat(owner.fetchValues(AUDIT_ENTRY.ACTION))
                .containsExactlyInAnyOrder("desk.created", "api-key.created");
    }

    @Test
    void saysWhatToDoWhereTheDeskExists() {
        run("create-desk", "--id", "northwind");
        int keys = owner.fetchCount(API_KEY);
        int code = run("create-desk", "--id", "northwind");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("\"northwind\" exists already", "create-key --desk");
        assertThat(owner.fetchCount(API_KEY)).isEqualTo(keys);
    }

    @Test
    void createsAnotherKeyWithTheScopesAskedFor() {
        run("create-desk", "--id", "northwind");
        out.getBuffer().setLength(0);
        int code = run("create-key", "--desk", "northwind", "--name", "psa", "--scopes", "read");

        assertThat(code).isZero();
        assertThat(out.toString()).matches(KEY);
        var key = owner.selectFrom(API_KEY).where(API_KEY.NAME.eq("psa")).fetchSingle();
        assertThat(key.getScopes()).containsExactly("read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create-key --desk nobody --name x --scopes read",
                "republish --desk nobody",
                "delete-desk --id nobody --confirm nobody"
            })
    void saysThatThereIsNoSuchDesk(String line) {
        int code = run(line.split(" "));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no service desk \"nobody\"");
    }

    @Test
    void republishesOneDeskOrAll() {
        run("create-desk", "--id", "northwind");
        run("create-desk", "--id", "fabrikam");

        assertThat(run("republish", "--desk", "northwind", "--no-wait")).isZero();
        int one = owner.fetchCount(MARK, MARK.KIND.eq("CONNECTION"));
        assertThat(run("republish", "--no-wait")).isZero();
        int all = owner.fetchCount(MARK, MARK.KIND.eq("CONNECTION"));

        assertThat(one).isEqualTo(1);
        assertThat(all).isEqualTo(2);
        assertThat(out.toString())
                .contains(
                        "Technicians to be published again: 0",
                        "Service desks to be published again: 2");
    }

    @Test
    void saysThatNobodyPublishesWhatItWantsPublishedAgain() {
        run("create-desk", "--id", "northwind");
        var operator = new Operator(database);

        for (var desk : List.of("", " --desk northwind")) {
            int code = operator.runsFor("100ms", ("republish" + desk).split(" "));

            assertThat(code).isEqualTo(1);
            assertThat(operator.out())
                    .endsWith("to be published again: " + (desk.isEmpty() ? 1 : 0) + "\n");
            assertThat(operator.err())
                    .startsWith("Nobody publishes: none of 1 records went out")
                    .contains("/actuator/health/publication");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --confirm fabrikam", " --confirm Northwind"})
    void deletesNothingThatIsNotConfirmed(String confirmation) {
        run("create-desk", "--id", "northwind");
        out.getBuffer().setLength(0);

        int code = run(("delete-desk --id northwind" + confirmation).split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("delete-desk --id \"northwind\" --confirm \"northwind\"");
        assertThat(out).hasToString("");
        assertThat(owner.fetchCount(SERVICE_DESK)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "create-desk --id a/b,                            \"a/b\"",
        "create-desk --id northwind --name '',            \"\"",
        "create-key --desk d --name n --scopes admin,     \"admin\"",
        "create-desk,                                     --id",
        "creat-desk --id d,                               creat-desk",
    })
    void namesTheValueItDoesNotTake(String line, String named) {
        int code = run(line.replace("''", "").split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(named);
        assertThat(out).hasToString("");
    }

    @Test
    void refusesAnIdWithAControlCharacterWithoutPrintingIt() {
        int code = run("create-desk", "--id", "a\u001b[2Jb");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("1 to 200 characters").doesNotContain("\u001b[2J");
    }

    @Test
    void listsTheCommands() {
        int code = run("help");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("create-desk", "create-key", "republish", "delete-desk", "DATABASE_URL");
    }

    @Test
    void saysWhenTheDatabaseIsAway() {
        int code =
                MappingCommand.run(
                        CommandContext.with(
                                "--spring.datasource.url=jdbc:postgresql://localhost:1/postgres?password=s3cret",
                                "--spring.datasource.hikari.connection-timeout=250"),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "republish");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("The database cannot be reached")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.port=0", "--debug"})
    void settingsOfTheServiceAreNoCommand(String argument) {
        assertThat(MappingCommand.isMeantBy(new String[] {argument})).isFalse();
        assertThat(MappingCommand.isMeantBy(new String[] {})).isFalse();
        assertThat(MappingCommand.isMeantBy(new String[] {"help"})).isTrue();
    }

    private int run(String... arguments) {
        return MappingCommand.run(
                CommandContext.with(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres"),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments);
    }
}

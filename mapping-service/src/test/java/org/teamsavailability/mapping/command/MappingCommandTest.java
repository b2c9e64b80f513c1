package org.teamsavailability.mapping.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teamsavailability.mapping.database.Tables.API_KEY;
import static org.teamsavailability.mapping.database.Tables.AUDIT_ENTRY;
import static org.teamsavailability.mapping.database.Tables.MARK;
import static org.teamsavailability.mapping.database.Tables.SERVICE_DESK;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.mapping.TestDatabase;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingCommandTest {

    private static final String KEY = "ta_sk_[A-Za-z0-9_-]{43}\n";

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final DSLContext owner = database.asOwner();
    @AutoClose private final Operator operator = new Operator(database);

    @BeforeEach
    void noDesk() {
        owner.execute("truncate service_desk, mark cascade");
    }

    @Test
    void createsADeskAndPrintsItsFirstKeyAndNothingElse() {
        var asTheProgramDoes = new Operator(database.url());
        int code = asTheProgramDoes.runs("create-desk", "--id", "northwind");

        assertThat(asTheProgramDoes.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(asTheProgramDoes.out()).matches(KEY);
        var key = owner.selectFrom(API_KEY).fetchSingle();
        assertThat(key.getServiceDeskId()).isEqualTo("northwind");
        assertThat(key.getName()).isEqualTo("first key");
        assertThat(key.getScopes()).containsExactlyInAnyOrder("read", "write", "ask");
        assertThat(owner.fetchValues(AUDIT_ENTRY.ACTOR)).isNotEmpty().containsOnly("operator");
        assertThat(owner.fetchValues(AUDIT_ENTRY.ACTION))
                .containsExactlyInAnyOrder("desk.created", "api-key.created");
    }

    @Test
    void printsTheKeysOfTheDesksBeforeTheOneThatFails() {
        operator.runs("create-desk", "--id", "northwind");

        int code = operator.runs("create-desk --id a --id b --id northwind --id c".split(" "));

        assertThat(code).isEqualTo(1);
        assertThat(operator.out()).matches("(" + KEY + "){2}");
        assertThat(operator.err()).contains("\"northwind\" exists already");
        assertThat(owner.fetchValues(SERVICE_DESK.SERVICE_DESK_ID))
                .containsExactlyInAnyOrder("northwind", "a", "b");
    }

    @Test
    void saysWhatToDoWhereTheDeskExists() {
        operator.runs("create-desk", "--id", "northwind");
        int keys = owner.fetchCount(API_KEY);
        int code = operator.runs("create-desk", "--id", "northwind");

        assertThat(code).isEqualTo(1);
        assertThat(operator.err()).contains("\"northwind\" exists already", "create-key --desk");
        assertThat(owner.fetchCount(API_KEY)).isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "ask", "read,ask"})
    void createsAnotherKeyWithTheScopesAskedFor(String scopes) {
        operator.runs("create-desk", "--id", "northwind");
        int code =
                operator.runs(
                        "create-key", "--desk", "northwind", "--name", "psa", "--scopes", scopes);

        assertThat(code).isZero();
        assertThat(operator.out()).matches(KEY);
        var key = owner.selectFrom(API_KEY).where(API_KEY.NAME.eq("psa")).fetchSingle();
        assertThat(key.getScopes()).containsExactly(scopes.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create-key --desk nobody --name x --scopes read",
                "republish --desk nobody",
                "delete-desk --id nobody --confirm nobody"
            })
    void saysThatThereIsNoSuchDesk(String line) {
        int code = operator.runs(line.split(" "));

        assertThat(code).isEqualTo(1);
        assertThat(operator.err()).startsWith("There is no service desk \"nobody\"");
    }

    @Test
    void republishesOneDeskOrAll() {
        operator.runs("create-desk", "--id", "northwind");
        operator.runs("create-desk", "--id", "fabrikam");

        assertThat(operator.runs("republish", "--desk", "northwind", "--no-wait")).isZero();
        assertThat(operator.out()).isEqualTo("Technicians to be published again: 0\n");
        int one = owner.fetchCount(MARK, MARK.KIND.eq("CONNECTION"));
        assertThat(operator.runs("republish", "--no-wait")).isZero();
        int all = owner.fetchCount(MARK, MARK.KIND.eq("CONNECTION"));

        assertThat(one).isEqualTo(1);
        assertThat(all).isEqualTo(2);
        assertThat(operator.out()).isEqualTo("Service desks to be published again: 2\n");
    }

    @Test
    void saysThatNobodyPublishesWhatItWantsPublishedAgain() {
        operator.runs("create-desk", "--id", "northwind");

        for (var desk : List.of("", " --desk northwind")) {
            int code = operator.runsImpatiently(("republish" + desk).split(" "));

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
        operator.runs("create-desk", "--id", "northwind");

        int code = operator.runs(("delete-desk --id northwind" + confirmation).split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(operator.err())
                .hasLineCount(1)
                .contains("delete-desk --id \"northwind\" --confirm \"northwind\"");
        assertThat(operator.out()).isEmpty();
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
        int code = operator.runs(line.replace("''", "").split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(operator.err()).contains(named);
        assertThat(operator.out()).isEmpty();
    }

    @Test
    void refusesAnIdWithAControlCharacterWithoutPrintingIt() {
        int code = operator.runs("create-desk", "--id", "a\u001b[2Jb");

        assertThat(code).isEqualTo(2);
        assertThat(operator.err()).contains("1 to 200 characters").doesNotContain("\u001b[2J");
    }

    @Test
    void listsTheCommands() {
        int code = operator.runs("help");

        assertThat(code).isZero();
        assertThat(operator.out())
                .contains("create-desk", "create-key", "republish", "delete-desk", "DATABASE_URL");
    }

    @Test
    void saysWhenTheDatabaseIsAway() {
        var away = new Operator("jdbc:postgresql://localhost:1/postgres?password=s3cret");

        assertThat(away.runs("republish")).isEqualTo(1);
        assertThat(away.err()).contains("The database cannot be reached").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"require", "verify-full"})
    void namesSslmodeWhereTheDatabaseHasNoTls(String sslmode) {
        var careful = new Operator(database.url() + "?sslmode=" + sslmode);

        assertThat(careful.runs("republish")).isEqualTo(1);
        assertThat(careful.err()).contains("check sslmode in DATABASE_URL");
    }

    @Test
    void takesOneConnectionFromADatabaseThatServesTheServiceToo() {
        var context = CommandContext.with("--spring.datasource.url=" + database.url());

        try (var started = context.get()) {
            assertThat(started.getBean(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.port=0", "--debug"})
    void settingsOfTheServiceAreNoCommand(String argument) {
        assertThat(MappingCommand.isMeantBy(new String[] {argument})).isFalse();
        assertThat(MappingCommand.isMeantBy(new String[] {})).isFalse();
        assertThat(MappingCommand.isMeantBy(new String[] {"help"})).isTrue();
    }
}

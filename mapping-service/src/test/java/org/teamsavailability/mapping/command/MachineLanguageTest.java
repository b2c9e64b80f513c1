package org.teamsavailability.mapping.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.teamsavailability.mapping.TestDatabase;

/** Alone, because the language is that of the whole process. */
@Tag("slow")
@Isolated
class MachineLanguageTest {

    private static final int TECHNICIANS = 2_000;

    @AutoClose private final TestDatabase database = new TestDatabase();
    @AutoClose private final Operator operator = new Operator(database);

    @Test
    void printsNumbersInOneWayWhateverTheMachinesLanguage() {
        operator.runs("create-desk", "--id", "northwind");
        database.transactions()
                .run(
                        "northwind",
                        it ->
                                it.execute(
                                        """
                                        insert into technician (service_desk_id, technician_id,
                                            display_name, updated_at)
                                        select 'northwind', 't' || n, 't', now()
                                        from generate_series(1, {0}) n
                                        """,
                                        DSL.val(TECHNICIANS)));
        var language = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            int _ = operator.runsImpatiently("republish", "--desk", "northwind");
        } finally {
            Locale.setDefault(language);
        }

        assertThat(operator.out()).startsWith("Technicians to be published again: 2,000");
        assertThat(operator.err()).startsWith("Nobody publishes: none of 2,001 records went out");
    }
}

package org.teamsavailability.mapping.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.OldDatabase;

/** What the migration makes of ids with white space around them. */
@Tag("slow")
class TrimmedIdsTest {

    @AutoClose private final OldDatabase database = new OldDatabase("4");

    @BeforeEach
    void aDesk() {
        database.superuser()
                .execute(
                        "insert into service_desk (service_desk_id, audit_key, created_at)"
                                + " values ('northwind', '', now())");
    }

    @Test
    void trimsAnIdWithItsMappingAndItsAudit() {
        technician("\u00a0t8 ", "Gus", 1);
        mapped("\u00a0t8 ", 8, 1);
        audited("\u00a0t8 ");

        migrate();

        assertThat(texts("select technician_id || ' ' || display_name from technician"))
                .containsExactly("t8 Gus");
        assertThat(
                        texts(
                                "select technician_id || ' ' || right(published_account::text, 1)"
                                        + " from mapping"))
                .containsExactly("t8 8");
        assertThat(texts("select action from audit_entry where technician_id = 't8'"))
                .containsExactly("technician.created", "technician.id-trimmed");
        assertThat(marks()).containsExactlyInAnyOrder("\u00a0t8 ", "t8");
    }

    @Test
    void keepsTheNewerOfTwoThatBecomeOne() {
        technician("t15", "Older", 1);
        mapped("t15", 1, 1);
        technician("t15 ", "Newer", 2);
        mapped("t15 ", 2, 2);
        technician("t16\u3000", "Older", 1);
        technician("t16", "Newer", 2);
        mapped("t16", 3, 2);

        migrate();

        assertThat(texts("select technician_id || ' ' || display_name from technician"))
                .containsExactly("t15 Newer", "t16 Newer");
        assertThat(
                        texts(
                                "select technician_id || ' ' || right(published_account::text, 1)"
                                        + " from mapping"))
                .containsExactly("t15 2", "t16 3");
        assertThat(marks()).contains("t15 ", "t15", "t16\u3000");
    }

    @Test
    void keepsTheMappingThatOnlyTheOlderHas() {
        technician("t15", "Older", 1);
        mapped("t15", 1, 1);
        technician("t15 ", "Newer", 2);

        migrate();

        assertThat(texts("select technician_id || ' ' || display_name from technician"))
                .containsExactly("t15 Newer");
        assertThat(texts("select technician_id from mapping")).containsExactly("t15");
    }

    @Test
    void removesAnIdOfWhiteSpaceAlone() {
        technician(" \u2007", "Nobody", 1);

        migrate();

        assertThat(texts("select technician_id from technician")).isEmpty();
        assertThat(marks()).containsExactly(" \u2007");
    }

    @Test
    void leavesOthersAlone() {
        technician("t 8", "Inside", 1);
        mapped("t 8", 1, 1);

        migrate();

        assertThat(texts("select technician_id from technician")).containsExactly("t 8");
        assertThat(marks()).isEmpty();
        assertThat(texts("select action from audit_entry")).isEmpty();
    }

    private void migrate() {
        database.superuser().execute("delete from mark");
        database.migrate();
    }

    private void technician(String id, String name, int day) {
        database.superuser()
                .execute(
                        """
                        insert into technician
                            (service_desk_id, technician_id, display_name, updated_at)
                        values ('northwind', {0}, {1},
                            timestamptz '2026-01-01' + interval '1 day' * {2})
                        """,
                        DSL.val(id), DSL.val(name), DSL.val(day));
    }

    private void mapped(String id, int account, int day) {
        database.superuser()
                .execute(
                        """
                        insert into mapping (service_desk_id, technician_id, microsoft_tenant_id,
                            microsoft_user_id, user_principal_name, origin, updated_at)
                        values ('northwind', {0}, gen_random_uuid(),
                            cast({1} as uuid), 'x', 'MANUAL',
                            timestamptz '2026-01-01' + interval '1 day' * {2})
                        """,
                        DSL.val(id),
                        DSL.val("00000000-0000-0000-0000-%012d".formatted(account)),
                        DSL.val(day));
    }

    private void audited(String id) {
        database.superuser()
                .execute(
                        """
                        insert into audit_entry (service_desk_id, at, actor, action, technician_id)
                        values ('northwind', now(), 'psa', 'technician.created', {0})
                        """,
                        DSL.val(id));
    }

    private List<String> marks() {
        return texts("select technician_id from mark where kind = 'MAPPING'");
    }

    private List<String> texts(String query) {
        return database.superuser().fetch(query + " order by 1").getValues(0, String.class);
    }
}

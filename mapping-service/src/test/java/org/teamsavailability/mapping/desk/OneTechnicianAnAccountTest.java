package org.teamsavailability.mapping.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.teamsavailability.mapping.OldDatabase;

/** What the migration makes of technicians who had one account. */
@Tag("slow")
class OneTechnicianAnAccountTest {

    @AutoClose private final OldDatabase database = new OldDatabase("3");

    @Test
    void leavesTheAccountToTheOneWhoWasMappedByHandFirst() {
        desk("northwind");
        mapped("northwind", "auto", true, 1, "AUTO_MAPPED", 10);
        mapped("northwind", "younger", true, 1, "MANUAL", 30);
        mapped("northwind", "older", true, 1, "MANUAL", 20);
        mapped("northwind", "inactive", false, 1, "MANUAL", 5);
        mapped("northwind", "alone", true, 2, "AUTO_MAPPED", 40);
        desk("fabrikam");
        mapped("fabrikam", "elsewhere", true, 1, "AUTO_MAPPED", 50);
        database.superuser().execute("delete from mark");

        database.migrate();

        assertThat(texts("select technician_id from mapping where published_account is not null"))
                .containsExactly("alone", "elsewhere", "older");
        assertThat(texts("select technician_id from mark where kind = 'MAPPING'"))
                .containsExactly("auto", "younger");
        assertThat(
                        texts(
                                "select technician_id from audit_entry"
                                        + " where action = 'mapping.conflict' and actor = 'system'"
                                        + " and service_desk_id = 'northwind'"))
                .containsExactly("auto", "younger");
    }

    @Test
    void keepsRowLevelSecurityForTheOwner() {
        database.migrate();

        assertThat(
                        texts(
                                "select relname from pg_class where relkind = 'r' and relnamespace"
                                    + " = 'public'::regnamespace and relname not like 'flyway_%'"
                                    + " and not relforcerowsecurity"))
                .isEmpty();
    }

    private void desk(String id) {
        database.superuser()
                .execute(
                        "insert into service_desk (service_desk_id, audit_key, created_at)"
                                + " values ({0}, '', now())",
                        org.jooq.impl.DSL.val(id));
    }

    private void mapped(
            String desk, String technician, boolean active, int account, String origin, int day) {
        var owner = database.superuser();
        owner.execute(
                """
                insert into technician (service_desk_id, technician_id, display_name, active, updated_at)
                values ('%s', '%s', 'T', %s, now())
                """
                        .formatted(desk, technician, active));
        owner.execute(
                """
                insert into mapping (service_desk_id, technician_id, microsoft_tenant_id,
                    microsoft_user_id, user_principal_name, origin, updated_at)
                values ('%s', '%s', gen_random_uuid(), '00000000-0000-0000-0000-%012d', 'x', '%s',
                    timestamptz '2026-01-01' + interval '1 day' * %d)
                """
                        .formatted(desk, technician, account, origin, day));
    }

    private List<String> texts(String query) {
        return database.superuser().fetch(query + " order by 1").getValues(0, String.class);
    }
}

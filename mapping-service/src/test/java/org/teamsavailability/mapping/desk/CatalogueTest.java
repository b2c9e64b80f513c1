package org.teamsavailability.mapping.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.teamsavailability.mapping.TestDatabase;

/** What holds of the database as a whole, so that a new table cannot forget it. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {

    @AutoClose private final TestDatabase database = new TestDatabase();
    private final DSLContext owner = database.asOwner();

    @Test
    void everyTableIsOfAServiceDeskAndHasRowLevelSecurityForItsOwnerToo() {
        var unprotected =
                owner.fetch(
                        """
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                          and c.relname not like 'flyway_%'
                          and not (c.relrowsecurity and c.relforcerowsecurity
                            and exists (select from pg_attribute a where a.attrelid = c.oid
                                and a.attname = 'service_desk_id' and a.attnotnull)
                            and exists (select from pg_policy p where p.polrelid = c.oid
                                and p.polname = 'own_service_desk' and p.polcmd = '*'
                                and p.polroles = '{0}'
                                and pg_get_expr(p.polqual, p.polrelid)
                                    like '%teams_availability.service_desk%'))
                        """);

        assertThat(unprotected).isEmpty();
    }

    @Test
    void threeFunctionsCrossDesksAndNoFourth() {
        var definers =
                owner.fetch(
                        """
                        select p.proname, array_to_string(p.proconfig, ',') as path,
                            r.rolname as owner
                        from pg_proc p join pg_roles r on r.oid = p.proowner
                        where p.pronamespace = 'public'::regnamespace and p.prosecdef
                        order by 1
                        """);

        assertThat(definers.getValues("proname", String.class))
                .containsExactly("desk_of_api_key", "desk_of_consent_request", "marks_due");
        assertThat(definers.getValues("path", String.class))
                .containsOnly("search_path=pg_catalog, pg_temp");
        assertThat(definers.getValues("owner", String.class))
                .containsOnly("teams_availability_functions");
    }

    @Test
    void onlyTheLookUpsMaySeeRowsOfAllDesks() {
        var open =
                owner.fetch(
                        """
                        select p.polname || ' on ' || p.polrelid::regclass as policy,
                            (select string_agg(r.rolname, ',') from pg_roles r
                                where r.oid = any (p.polroles)) as roles
                        from pg_policy p where p.polname <> 'own_service_desk' order by 1
                        """);

        assertThat(open.getValues("policy", String.class))
                .containsExactly(
                        "look_up on api_key", "look_up on consent_request", "look_up on mark");
        assertThat(open.getValues("roles", String.class))
                .containsOnly("teams_availability_functions");
    }

    @Test
    void theServiceOwnsNothingAndBypassesNothing() {
        assertThat(
                        owner.fetchValue(
                                """
                                select count(*) from pg_class c
                                join pg_roles r on r.oid = c.relowner
                                where r.rolname = 'teams_availability_service'
                                """))
                .isEqualTo(0L);
        assertThat(
                        owner.fetch(
                                "select from pg_roles where rolname like 'teams_availability_%'"
                                        + " and (rolsuper or rolbypassrls or rolcanlogin)"))
                .isEmpty();
    }

    @Test
    void everybodyHasNoRightInTheSchemaButToUseIt() {
        assertThat(
                        owner.fetchValue(
                                """
                                select string_agg(a.privilege_type, ',')
                                from pg_namespace n, aclexplode(n.nspacl) a
                                where n.nspname = 'public' and a.grantee = 0
                                """))
                .isEqualTo("USAGE");
        assertThat(
                        owner.fetchValue(
                                """
                                select count(*) from pg_class c, aclexplode(c.relacl) a
                                where c.relnamespace = 'public'::regnamespace and a.grantee = 0
                                """))
                .isEqualTo(0L);
    }

    @Test
    void nothingOfPresenceOrShiftsCanBeKept() {
        List<String> columns =
                owner.fetch(
                                "select table_name || '.' || column_name from"
                                    + " information_schema.columns where table_schema = 'public'")
                        .getValues(0, String.class);

        assertThat(columns)
                .isNotEmpty()
                .noneMatch(name ->
                        name.matches(
                                ".*(presence|availability|activity|shift|rota|schedule|time_off|status_message).*"));
    }
}

package org.teamsavailability.mapping.desk.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user that the service logs in as could do beyond the role that it works in. Row-level
 * security holds for that role; a login that may become somebody else can leave it.
 */
public final class LoginRights {

    private static final Logger LOG = LoggerFactory.getLogger(LoginRights.class);

    private static final String RIGHTS =
            """
            select r.rolsuper or r.rolbypassrls as bypasses,
                r.rolcreaterole as creates,
                pg_has_role(session_user, t.relowner, 'MEMBER') as owns,
                pg_has_role(session_user, 'teams_availability_functions', 'MEMBER') as looks_up
            from pg_roles r, pg_class t
            where r.rolname = session_user and t.oid = 'public.technician'::regclass
            """;

    private LoginRights() {}

    /**
     * Warns where a flaw in the service could reach the rows of all service desks.
     *
     * @param database as the service logs in to it, after the migrations
     */
    public static void check(DSLContext database) {
        try {
            var excessive = excessive(database);
            if (!excessive.isEmpty()) {
                LOG.warn(
                        "DATABASE_USER {}: a flaw in this service could show the technicians of one"
                            + " service desk to another. Start the service with two database users,"
                            + " one that migrates and one that serves:"
                            + " docs/operations/authentication-and-tls.md, \"From one database user"
                            + " to two\"",
                        String.join(", ", excessive));
            }
        } catch (DataAccessException e) {
            LOG.warn("The rights of DATABASE_USER could not be checked", e);
        }
    }

    /** Each right that the login should not have, such as "owns the tables"; none is best. */
    public static List<String> excessive(DSLContext database) {
        var row = database.fetchSingle(RIGHTS);
        var excessive = new ArrayList<String>();
        if (row.get("bypasses", boolean.class)) {
            excessive.add("bypasses row-level security");
        }
        if (row.get("owns", boolean.class)) {
            excessive.add("may become the owner of the tables");
        }
        if (row.get("looks_up", boolean.class)) {
            excessive.add("may become the role of the functions that cross service desks");
        }
        if (row.get("creates", boolean.class)) {
            excessive.add("may create roles");
        }
        return excessive;
    }
}

package org.teamsavailability.systemtests.promises;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;

/**
 * The rows of the two compacted topics by key, compared with what the database says they should be.
 */
record PublishedRows(Map<String, List<Object>> mappings, Map<String, List<Object>> connections) {

    private static final String MAPPINGS =
            """
            select m.service_desk_id || '/' || m.technician_id, m.microsoft_tenant_id::text,
                   m.microsoft_user_id::text, m.user_principal_name, m.origin, m.updated_at
            from mapping m
            join technician t on t.service_desk_id = m.service_desk_id
                and t.technician_id = m.technician_id and t.active
            join connection c on c.service_desk_id = m.service_desk_id
                and c.microsoft_tenant_id = m.microsoft_tenant_id
            """;
    private static final String CONNECTIONS =
            """
            select service_desk_id, coalesce(microsoft_tenant_id::text, 'none'), consent, cloud,
                   updated_at
            from connection
            """;

    /** What the database says, read by its owner, who sees all desks. */
    static PublishedRows expected(WholeStack stack) throws SQLException {
        return new PublishedRows(rows(stack, MAPPINGS), rows(stack, CONNECTIONS));
    }

    /** What is committed to the topics. */
    static PublishedRows published(WholeStack stack) {
        return new PublishedRows(
                table(
                        stack,
                        Topics.TECHNICIAN_MAPPING,
                        TechnicianMapping.class,
                        it ->
                                List.of(
                                        String.valueOf(it.getMicrosoftTenantId()),
                                        it.getMicrosoftUserId(),
                                        String.valueOf(it.getUserPrincipalName()),
                                        it.getOrigin().name(),
                                        it.getUpdatedAt())),
                table(
                        stack,
                        Topics.SERVICE_DESK_CONNECTION,
                        ServiceDeskConnection.class,
                        it ->
                                List.of(
                                        tenant(it.getMicrosoftTenantId()),
                                        it.getConsent().name(),
                                        it.getCloud().name(),
                                        it.getUpdatedAt())));
    }

    private static String tenant(@Nullable String id) {
        return id == null ? "none" : id;
    }

    private static <T extends SpecificRecord> Map<String, List<Object>> table(
            WholeStack stack, Topic topic, Class<T> type, Function<T, List<Object>> columns) {
        var rows = new TreeMap<String, List<Object>>();
        try (var log = stack.log(topic)) {
            for (var record : log.upToNow()) {
                var key = new String(record.key(), UTF_8);
                if (record.value() == null) {
                    rows.remove(key);
                } else {
                    rows.put(key, columns.apply(stack.decoded(topic, type, record.value())));
                }
            }
        }
        return rows;
    }

    private static Map<String, List<Object>> rows(WholeStack stack, String query)
            throws SQLException {
        var rows = new TreeMap<String, List<Object>>();
        try (var database = DriverManager.getConnection(stack.database(), "postgres", "");
                var statement = database.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.put(found.getString(1), columns(found));
            }
        }
        return rows;
    }

    private static List<Object> columns(ResultSet row) throws SQLException {
        var columns = new ArrayList<Object>();
        int last = row.getMetaData().getColumnCount();
        for (int column = 2; column < last; column++) {
            columns.add(row.getString(column));
        }
        columns.add(millis(row.getTimestamp(last).toInstant()));
        return columns;
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}

package org.teamsavailability.enricher.cases;

import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.teamsavailability.enricher.tables.Directory;
import org.teamsavailability.enricher.tables.MappedAccounts;
import org.teamsavailability.enricher.tables.Tables;
import org.teamsavailability.schemas.ConsentState;
import org.teamsavailability.schemas.MappingOrigin;
import org.teamsavailability.schemas.MicrosoftCloud;
import org.teamsavailability.schemas.ServiceDeskConnection;
import org.teamsavailability.schemas.TechnicianMapping;
import org.teamsavailability.schemas.TrustedRecords;
import org.teamsavailability.schemas.serde.PlainAvro;

/** The tables, with one service desk a case. */
final class CaseDesks {

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, ServiceDeskConnection> connections =
            table(Tables.CONNECTIONS, ServiceDeskConnection.class);
    private final KeyValueStore<String, TechnicianMapping> mappings =
            table(Tables.MAPPINGS, TechnicianMapping.class);

    Directory directory() {
        return Tables.directory(context, new MappedAccounts());
    }

    void connect(Case it, CaseIds ids) {
        connections.put(
                ids.desk(),
                ServiceDeskConnection.newBuilder()
                        .setServiceDeskId(ids.desk())
                        .setMicrosoftTenantId(ids.tenant().toString())
                        .setConsent(ConsentState.GRANTED)
                        .setCloud(MicrosoftCloud.GLOBAL)
                        .setUpdatedAt(it.now())
                        .build());
        it.mapped().forEach(technician -> map(it, ids, technician));
    }

    private void map(Case it, CaseIds ids, String technician) {
        String account = ids.account(it.accountOf(technician)).toString();
        mappings.put(
                ids.desk() + "/" + technician,
                TechnicianMapping.newBuilder()
                        .setServiceDeskId(ids.desk())
                        .setTechnicianId(technician)
                        .setMicrosoftTenantId(ids.tenant().toString())
                        .setMicrosoftUserId(account.toUpperCase(Locale.ROOT))
                        .setUserPrincipalName(technician + "@example.com")
                        .setOrigin(MappingOrigin.AUTO_MAPPED)
                        .setUpdatedAt(it.now())
                        .build());
    }

    private <T extends SpecificRecord> KeyValueStore<String, T> table(String name, Class<T> type) {
        TrustedRecords.allow();
        KeyValueStore<String, T> table =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(name),
                                Serdes.String(),
                                PlainAvro.of(type))
                        .withLoggingDisabled()
                        .build();
        table.init(context.getStateStoreContext(), table);
        context.addStateStore(table);
        return table;
    }
}

package org.teamsavailability.mapping.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;

/** The JSON form of a topic's record in the contract, as its schema describes it. */
final class RecordForms {

    private static final String UNKNOWN = "UNKNOWN";

    private RecordForms() {}

    /** Adds the record and those within it, under their names. */
    static void describe(OpenAPI contract, org.apache.avro.Schema record) {
        if (!contract.getComponents().getSchemas().containsKey(record.getName())) {
            var _ = add(contract, record.getName(), record);
        }
    }

    /**
     * Adds a form that has one more field than a record.
     *
     * @param added its name and schema
     */
    static void describe(
            OpenAPI contract,
            String name,
            org.apache.avro.Schema record,
            Map.Entry<String, Schema<?>> added) {
        var form = add(contract, name, record);
        form.addProperty(added.getKey(), added.getValue());
        form.addRequiredItem(added.getKey());
    }

    private static Schema<?> add(OpenAPI contract, String name, org.apache.avro.Schema record) {
        var form = ProblemSchemas.of("object");
        form.setDescription(record.getDoc());
        contract.getComponents().addSchemas(name, form);
        for (var field : record.getFields()) {
            var of = of(contract, field.schema());
            of.setDescription(field.doc());
            form.addProperty(field.name(), of);
        }
        form.setRequired(record.getFields().stream().map(it -> it.name()).sorted().toList());
        return form;
    }

    /** Of an instant that may be null. */
    static Schema<?> nullableInstant() {
        var instant = ProblemSchemas.of("string");
        instant.setFormat("date-time");
        instant.addType("null");
        return instant;
    }

    private static Schema<?> of(OpenAPI contract, org.apache.avro.Schema schema) {
        return switch (schema.getType()) {
            case UNION -> {
                var either = of(contract, notNull(schema));
                either.addType("null");
                yield either;
            }
            case RECORD -> {
                describe(contract, schema);
                yield ProblemSchemas.reference(schema.getName());
            }
            case ARRAY -> {
                var items = ProblemSchemas.of("array");
                items.setItems(of(contract, schema.getElementType()));
                yield items;
            }
            case MAP -> {
                var values = ProblemSchemas.of("object");
                values.setAdditionalProperties(of(contract, schema.getValueType()));
                yield values;
            }
            case ENUM -> ofNames(schema);
            case BOOLEAN -> ProblemSchemas.of("boolean");
            case LONG -> ofLong(schema);
            case INT -> ProblemSchemas.of("integer");
            default -> ProblemSchemas.of("string");
        };
    }

    /** This service writes none that it does not know. */
    private static Schema<?> ofNames(org.apache.avro.Schema schema) {
        var names = new JsonSchema();
        names.addType("string");
        names.setEnum(
                schema.getEnumSymbols().stream()
                        .filter(it -> !it.equals(UNKNOWN))
                        .<Object>map(it -> it)
                        .toList());
        return names;
    }

    private static Schema<?> ofLong(org.apache.avro.Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            var instant = ProblemSchemas.of("string");
            instant.setFormat("date-time");
            return instant;
        }
        return ProblemSchemas.of("integer");
    }

    private static org.apache.avro.Schema notNull(org.apache.avro.Schema union) {
        List<org.apache.avro.Schema> types = union.getTypes();
        return types.stream()
                .filter(it -> it.getType() != org.apache.avro.Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}

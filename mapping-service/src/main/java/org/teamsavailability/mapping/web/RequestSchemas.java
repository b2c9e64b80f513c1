package org.teamsavailability.mapping.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is sent may leave out what may be null, and has no other fields. */
@SuppressWarnings("rawtypes")
final class RequestSchemas {

    private final Map<String, Schema> schemas;
    private final Set<String> seen = new HashSet<>();

    private RequestSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void describe(OpenAPI contract) {
        var sent = new RequestSchemas(contract.getComponents().getSchemas());
        contract.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(operations -> operations.stream().map(Operation::getRequestBody))
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .flatMap(content -> content.values().stream())
                .forEach(media -> sent.visit(media.getSchema()));
    }

    private void visit(Schema<?> schema) {
        if (schema.getItems() != null) {
            visit(schema.getItems());
        }
        var reference = schema.get$ref();
        if (reference != null) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            var model = schemas.get(name);
            if (model != null && seen.add(name)) {
                close(model);
            }
        }
    }

    private void close(Schema<?> model) {
        model.setAdditionalProperties(false);
        if (model.getProperties() == null) {
            return;
        }
        model.setRequired(
                model.getProperties().entrySet().stream()
                        .filter(property -> !RecordSchemas.isNullable(property.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
        model.getProperties().values().forEach(this::visit);
    }
}

package org.teamsavailability.mapping.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;

/** How a problem looks in the contract; types of problems add members. */
final class ProblemSchemas {

    static final String PROBLEM = "Problem";

    private ProblemSchemas() {}

    static void describe(OpenAPI contract) {
        var error = object("One value that is refused, and where it stands");
        error.addProperty("row", of("integer"));
        var field = of("string");
        field.addType("null");
        error.addProperty("field", field);
        for (var text : List.of("pointer", "parameter", "header", "message")) {
            error.addProperty(text, of("string"));
        }
        error.setRequired(List.of("message"));
        var errors = of("array");
        errors.setItems(reference("FieldError"));

        var problem = object("A problem, RFC 9457");
        for (var text :
                List.of(
                        "type",
                        "title",
                        "detail",
                        "instance",
                        "microsoftRequestId",
                        "permission",
                        "technicianId")) {
            problem.addProperty(text, of("string"));
        }
        problem.addProperty("status", of("integer"));
        problem.addProperty("errors", errors);
        problem.addProperty("runId", of("string").format("uuid"));
        var technicianIds = of("array");
        technicianIds.setItems(of("string"));
        problem.addProperty("technicianIds", technicianIds);
        problem.addProperty("autoMapped", of("integer"));
        problem.addProperty("manual", of("integer"));
        problem.setRequired(List.of("detail", "status", "title", "type"));
        contract.getComponents().addSchemas("FieldError", error).addSchemas(PROBLEM, problem);
    }

    static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    static Schema<?> of(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> object(String description) {
        var schema = of("object");
        schema.setDescription(description);
        return schema;
    }
}

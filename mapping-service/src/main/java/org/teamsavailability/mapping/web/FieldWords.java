package org.teamsavailability.mapping.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a field or a parameter means and how far it goes, by its name: the same name means the same
 * everywhere, unless a schema or an operation has a word of its own, {@code Schema.field} or {@code
 * operation?parameter}.
 */
final class FieldWords {

    private final Map<String, Word> words;

    FieldWords(JsonMapper json) {
        try (var file = new ClassPathResource("openapi/fields.json").getInputStream()) {
            words = json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word; what is null is not said. */
    record Word(
            String description,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable Long minimum,
            @Nullable Long maximum,
            @Nullable Integer minItems,
            @Nullable Integer maxItems,
            @Nullable String format,
            @Nullable String pattern,
            @Nullable List<String> values) {

        @SuppressWarnings({"rawtypes", "unchecked"})
        private void bound(Schema schema) {
            set(minLength, schema::setMinLength);
            set(maxLength, schema::setMaxLength);
            set(minimum == null ? null : BigDecimal.valueOf(minimum), schema::setMinimum);
            set(maximum == null ? null : BigDecimal.valueOf(maximum), schema::setMaximum);
            set(minItems, schema::setMinItems);
            set(maxItems, schema::setMaxItems);
            set(format, schema::setFormat);
            set(pattern, schema::setPattern);
            set(values, of(schema)::setEnum);
        }

        /** Where the values stand: of an array, at its items. */
        @SuppressWarnings("rawtypes")
        private static Schema of(Schema schema) {
            return schema.getItems() == null ? schema : schema.getItems();
        }

        private static <T> void set(@Nullable T value, Consumer<T> of) {
            if (value != null) {
                of.accept(value);
            }
        }
    }

    void describe(OpenAPI contract) {
        contract.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(this::describeParameters));
        contract.getComponents().getSchemas().forEach(this::describeFields);
    }

    private void describeParameters(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(it -> describe(operation.getOperationId(), it));
        }
    }

    private void describe(String operationId, Parameter parameter) {
        var word = words.get(operationId + "?" + parameter.getName());
        if (word == null) {
            word = words.get("?" + parameter.getName());
        }
        if (word == null) {
            word = words.get(parameter.getName());
        }
        if (word != null) {
            parameter.setDescription(word.description());
            parameter.setSchema(copy(parameter.getSchema()));
            word.bound(parameter.getSchema());
        }
    }

    /** Parameters of one type share their schema. */
    private static Schema<?> copy(Schema<?> shared) {
        var own = new JsonSchema();
        own.setTypes(shared.getTypes());
        own.setFormat(shared.getFormat());
        if (shared.getDefault() != null) {
            own.setDefault(shared.getDefault());
        }
        return own;
    }

    @SuppressWarnings("rawtypes")
    private void describeFields(String schema, Schema<?> model) {
        Map<String, Schema> fields = model.getProperties();
        if (fields != null) {
            fields.replaceAll((name, field) -> described(word(schema, name), field));
        }
    }

    private @Nullable Word word(String schema, String field) {
        var own = words.get(schema + "." + field);
        return own == null ? words.get(field) : own;
    }

    /** Next to a reference, words stand in a schema around it. */
    private static Schema<?> described(@Nullable Word word, Schema<?> field) {
        if (word == null) {
            return field;
        }
        if (field.get$ref() == null) {
            word.bound(field);
            field.setDescription(word.description());
            return field;
        }
        var around = new JsonSchema();
        around.setAllOf(List.of(new JsonSchema().$ref(field.get$ref())));
        around.setDescription(word.description());
        return around;
    }
}

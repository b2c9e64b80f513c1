package org.teamsavailability.mapping.web;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the schema of a record says of null: a component is nullable where Java has it so, unless
 * the record's {@code requiredProperties} name it. Every component is required until {@link
 * RequestSchemas} knows that the record is sent.
 */
final class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            Schema<?> model = resolved;
            var reference = resolved.get$ref();
            if (reference != null) {
                model =
                        context.getDefinedModels()
                                .get(reference.substring(reference.lastIndexOf('/') + 1));
            }
            if (model != null && model.getProperties() != null) {
                describe(raw, model);
            }
        }
        return resolved;
    }

    @SuppressWarnings("rawtypes")
    private static void describe(Class<?> raw, Schema<?> model) {
        var always = always(raw);
        var properties = model.getProperties();
        for (RecordComponent component : raw.getRecordComponents()) {
            Schema property = properties.get(component.getName());
            if (property != null
                    && component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !always.contains(component.getName())) {
                properties.put(component.getName(), nullable(property));
            }
        }
        model.setRequired(new ArrayList<>(new TreeSet<>(properties.keySet())));
    }

    private static Set<String> always(Class<?> raw) {
        var given = raw.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return given == null ? Set.of() : Set.copyOf(Arrays.asList(given.requiredProperties()));
    }

    /** Whether null is one of its values. */
    static boolean isNullable(Schema<?> schema) {
        return (schema.getTypes() != null && schema.getTypes().contains("null"))
                || (schema.getOneOf() != null
                        && schema.getOneOf().stream().anyMatch(RecordSchemas::isNullable));
    }

    private static Schema<?> nullable(Schema<?> schema) {
        if (isNullable(schema)) {
            return schema;
        }
        if (schema.get$ref() == null) {
            schema.addType("null");
            return schema;
        }
        var nothing = new JsonSchema();
        nothing.addType("null");
        var either = new JsonSchema();
        either.setOneOf(List.of(new JsonSchema().$ref(schema.get$ref()), nothing));
        return either;
    }
}

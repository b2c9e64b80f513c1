package org.teamsavailability.mapping.technician.web;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.mapping.technician.Sent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Tells a field that is null from one that is left out, which has no {@link Sent}. */
abstract class SentDeserializer<T> extends ValueDeserializer<Sent<T>> {

    private final Class<T> type;

    private SentDeserializer(Class<T> type) {
        this.type = type;
    }

    /** A text. */
    static final class OfText extends SentDeserializer<String> {

        OfText() {
            super(String.class);
        }
    }

    /** True or false. */
    static final class OfFlag extends SentDeserializer<Boolean> {

        OfFlag() {
            super(Boolean.class);
        }
    }

    @Override
    public Sent<T> deserialize(JsonParser json, DeserializationContext context) {
        return new Sent<>(context.readValue(json, type));
    }

    @Override
    public Sent<T> getNullValue(DeserializationContext context) {
        return new Sent<>(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}

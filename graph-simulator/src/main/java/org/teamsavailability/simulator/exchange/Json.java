package org.teamsavailability.simulator.exchange;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Microsoft writes it: properties in the order of their declaration, nulls included. */
public final class Json {
    /** Immutable, for everybody. */
    public static final JsonMapper MAPPER =
            JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private Json() {}

    /** Any record, map or tree as JSON. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}

package org.teamsavailability.simulator.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a collection, with a link where there is more. */
record Page<T>(
        @JsonProperty("@odata.context") String context,
        @JsonProperty("@odata.nextLink") @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String nextLink,
        List<T> value) {}

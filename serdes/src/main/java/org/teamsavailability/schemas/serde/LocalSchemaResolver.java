package org.teamsavailability.schemas.serde;

import io.apicurio.registry.resolver.ParsedSchema;
import io.apicurio.registry.resolver.SchemaLookupResult;
import io.apicurio.registry.resolver.SchemaParser;
import io.apicurio.registry.resolver.SchemaResolver;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.data.Record;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.resolver.strategy.ArtifactReferenceResolverStrategy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows the schemas of the records that were written in this process, and asks no registry. Its ids
 * mean nothing elsewhere.
 */
final class LocalSchemaResolver<S, T> implements SchemaResolver<S, T> {

    private final Map<S, SchemaLookupResult<S>> bySchema = new ConcurrentHashMap<>();
    private final Map<Long, SchemaLookupResult<S>> byId = new ConcurrentHashMap<>();
    private @Nullable SchemaParser<S, T> parser;

    @Override
    public void configure(Map<String, ?> configs, SchemaParser<S, T> schemaParser) {
        this.parser = schemaParser;
    }

    @Override
    public SchemaParser<S, T> getSchemaParser() {
        return Objects.requireNonNull(parser);
    }

    @Override
    public SchemaLookupResult<S> resolveSchema(Record<T> record) {
        var schema = getSchemaParser().getSchemaFromData(record);
        return bySchema.computeIfAbsent(schema.getParsedSchema(), _ -> add(schema));
    }

    private synchronized SchemaLookupResult<S> add(ParsedSchema<S> schema) {
        long id = byId.size() + 1L;
        var added =
                SchemaLookupResult.<S>builder()
                        .contentId(id)
                        .globalId(id)
                        .parsedSchema(schema)
                        .build();
        byId.put(id, added);
        return added;
    }

    /**
     * @throws IllegalStateException for an id that was not given out here
     */
    @Override
    public SchemaLookupResult<S> resolveSchemaByArtifactReference(ArtifactReference reference) {
        var known = byId.get(reference.getContentId());
        if (known == null) {
            throw new IllegalStateException(
                    "Schema %d was not written in this process"
                            .formatted(reference.getContentId()));
        }
        return known;
    }

    @Override
    public void setClientFacade(RegistryClientFacade clientFacade) {
        // No registry is asked.
    }

    @Override
    public void setArtifactResolverStrategy(ArtifactReferenceResolverStrategy<S, T> strategy) {
        // The record's class decides.
    }

    @Override
    public void reset() {
        // Nothing becomes stale.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}

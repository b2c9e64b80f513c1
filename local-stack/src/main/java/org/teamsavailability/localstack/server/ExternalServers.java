package org.teamsavailability.localstack.server;

import org.jspecify.annotations.Nullable;

/**
 * Servers that run already: a stack uses them instead of its own.
 *
 * @param kafka the broker, as {@code localhost:9092}; it has no topic with the stack's prefix
 * @param registry the schema registry, as {@code http://localhost:8081}; null for one of the stack
 * @param database an empty database, as a JDBC URL; the user is {@code postgres}, without password;
 *     null for one of the stack
 * @param end called when the stack is closed
 */
public record ExternalServers(
        String kafka, @Nullable String registry, @Nullable String database, Runnable end) {}

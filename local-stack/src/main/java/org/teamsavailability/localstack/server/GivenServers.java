package org.teamsavailability.localstack.server;

/**
 * A broker and a database that run already: a stack uses them instead of its own, and ends them
 * when it is closed.
 *
 * @param kafka the broker, as {@code localhost:9092}; empty of topics
 * @param database an empty database, as a JDBC URL; the user is {@code postgres}, without password
 * @param end ends both
 */
public record GivenServers(String kafka, String database, Runnable end) {}

package org.teamsavailability.mapping.technician;

/** What became of technicians that were given; together as many as there were. */
public record Upserted(int created, int updated, int unchanged) {}

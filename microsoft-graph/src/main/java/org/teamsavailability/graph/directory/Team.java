package org.teamsavailability.graph.directory;

import java.util.UUID;

/**
 * A Microsoft Team.
 *
 * @param id also the id of its group
 * @param displayName empty where Graph names none
 */
public record Team(UUID id, String displayName) {}

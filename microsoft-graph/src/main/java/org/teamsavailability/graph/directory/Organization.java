package org.teamsavailability.graph.directory;

/**
 * A tenant's organisation.
 *
 * @param defaultDomain its default verified domain
 */
public record Organization(String displayName, String defaultDomain) {}

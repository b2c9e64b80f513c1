package org.teamsavailability.rules;

/**
 * A service desk's connection to Microsoft.
 *
 * @param shiftsInCloud whether the tenant's Microsoft cloud has Shifts
 */
public record DeskConnection(Connection state, boolean shiftsInCloud) {}

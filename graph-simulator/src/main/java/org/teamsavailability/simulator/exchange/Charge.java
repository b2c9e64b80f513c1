package org.teamsavailability.simulator.exchange;

/**
 * What a call to the directory costs.
 *
 * @param units resource units, at least 1
 * @param allowance how many of them the tenant has in 10 s
 */
public record Charge(int units, int allowance) {}

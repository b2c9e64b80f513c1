package org.teamsavailability.mapping.automap;

/**
 * How much of a run is done.
 *
 * @param teamsTotal 0 until the Teams of the tenant are listed
 */
public record Progress(int teamsDone, int teamsTotal) {

    static final Progress NONE = new Progress(0, 0);
}

package org.teamsavailability.mapping.connection;

import org.teamsavailability.graph.GraphFailure;

/**
 * Is told by every use of Microsoft Graph what Microsoft refused, so that a consent or a permission
 * that was lost shows in the connection of the desk.
 */
@FunctionalInterface
public interface ConsentWatch {

    /** Looks into a failure of any kind; returns when the connection says what it means. */
    void refused(String serviceDeskId, GraphFailure failure);
}

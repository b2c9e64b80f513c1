package org.teamsavailability.graph.sdk;

/**
 * A kind of request to the directory, and what it costs of Microsoft's limit in resource units:
 * what the table says, less 1 for {@code $select}, and 1 at least.
 *
 * <p>Source: Microsoft Graph, "Microsoft Graph service-specific throttling limits", Identity and
 * access service limits.
 */
enum DirectoryRead {
    TEAMS(Workload.GROUPS, 1),
    MEMBERS(Workload.GROUPS, 2),
    ACCOUNT(Workload.USERS, 1),
    SEARCH(Workload.USERS, 1),
    ORGANIZATION(Workload.USERS, 1);

    private final Workload workload;
    private final int cost;

    DirectoryRead(Workload workload, int cost) {
        this.workload = workload;
        this.cost = cost;
    }

    Workload workload() {
        return workload;
    }

    int cost() {
        return cost;
    }
}

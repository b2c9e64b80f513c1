package org.teamsavailability.simulator.directory;

/** A query that the directory answers with 400. */
final class RefusedQuery extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    private RefusedQuery(String code, String message) {
        super(message);
        this.code = code;
    }

    static RefusedQuery bad(String message) {
        return new RefusedQuery("Request_BadRequest", message);
    }

    static RefusedQuery unsupported(String message) {
        return new RefusedQuery("Request_UnsupportedQuery", message);
    }

    String code() {
        return code;
    }

    String text() {
        return "" + getMessage();
    }
}

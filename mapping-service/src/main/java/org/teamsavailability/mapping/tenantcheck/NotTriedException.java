package org.teamsavailability.mapping.tenantcheck;

/** Something cannot be asked in this tenant; the message says why, in a sentence for operators. */
final class NotTriedException extends Exception {

    private static final long serialVersionUID = 1L;

    NotTriedException(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}

package org.teamsavailability.schemas.json;

/** JSON is not of a record's form; the message says where, and what is allowed there. */
public final class InvalidJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    InvalidJsonException(Place place, String wrong, String allowed) {
        super(
                (place.text().isEmpty() ? "the request" : place.text())
                        + " "
                        + wrong
                        + ", allowed: "
                        + allowed);
        this.pointer = place.pointer();
    }

    /** Where it is: a JSON pointer (RFC 6901), empty for the whole document. */
    public String pointer() {
        return pointer;
    }
}

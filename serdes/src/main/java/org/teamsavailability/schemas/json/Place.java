package org.teamsavailability.schemas.json;

/**
 * Where in a JSON document something is.
 *
 * @param text for people, as {@code candidates[3].technicianId}; empty for the whole document
 * @param pointer for programs, a JSON pointer (RFC 6901) as {@code /candidates/3/technicianId}
 */
record Place(String text, String pointer) {

    static final Place WHOLE = new Place("", "");

    Place field(String name) {
        return new Place(
                text.isEmpty() ? name : text + "." + name,
                pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    Place item(int index) {
        return new Place(text + "[" + index + "]", pointer + "/" + index);
    }
}

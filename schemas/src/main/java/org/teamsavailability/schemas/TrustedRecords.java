package org.teamsavailability.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that our records may be read.
 *
 * <p>Avro 1.12.2 refuses to load a class that it was not told to trust; call this once per process
 * before the first read.
 */
public final class TrustedRecords {

    private TrustedRecords() {}

    /** Adds this package to the classes that Avro may load; calling it again changes nothing. */
    public static void allow() {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        type ->
                                TrustedRecords.class
                                        .getPackageName()
                                        .equals(type.getPackageName())));
    }
}

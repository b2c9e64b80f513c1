package org.teamsavailability.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that our records may be read.
 *
 * <p>Avro 1.12.2 refuses to load a class that it was not told to trust, when it reads a record and
 * when {@code newBuilder(other)} copies one. The serdes of the module {@code serdes} call this
 * themselves; code that does either without them calls it first.
 */
public final class TrustedRecords {

    private TrustedRecords() {}

    /** Adds this package to the classes that Avro may load, once per process. */
    public static void allow() {
        Installation.ensure();
    }

    /** Initialised once by the class loader, so that validators never stack up. */
    private static final class Installation {

        static {
            ClassSecurityValidator.setGlobal(
                    ClassSecurityValidator.composite(
                            ClassSecurityValidator.getGlobal(), Installation::isOurs));
        }

        private static boolean isOurs(Class<?> type) {
            return TrustedRecords.class.getPackageName().equals(type.getPackageName());
        }

        private static void ensure() {}
    }
}

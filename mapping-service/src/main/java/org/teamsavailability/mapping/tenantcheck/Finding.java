package org.teamsavailability.mapping.tenantcheck;

/** What came of a check. Texts hold no name, no address, no id of a person and no token. */
public sealed interface Finding {

    /** What was seen, or why nothing was. */
    String text();

    /** Microsoft answered as the product assumes. */
    record Same(String text) implements Finding {}

    /** Microsoft answered otherwise. */
    record Different(String text) implements Finding {}

    /** It could not be found out in this tenant. */
    record NotTried(String text) implements Finding {}

    /** Same where it is as assumed, else different. */
    static Finding of(boolean asAssumed, String text) {
        return asAssumed ? new Same(text) : new Different(text);
    }
}

package org.teamsavailability.localstack;

/** The program of the image {@code samples}. */
public final class SampleWorld {

    private SampleWorld() {}

    /** Brings the sample world to where the environment says; exit codes as of the quickstart. */
    public static void main(String[] arguments) {
        System.exit(Quickstart.commands().samples(arguments));
    }
}

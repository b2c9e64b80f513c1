package org.teamsavailability.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives every {@code await()} of a test run a minute. Awaitility's own ten seconds are not enough
 * on a machine whose cores are busy. JUnit finds this class as a service, so a module only needs
 * the dependency.
 */
public final class Patience implements LauncherSessionListener {

    /** How long a test waits for something that must happen: 60 s. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}

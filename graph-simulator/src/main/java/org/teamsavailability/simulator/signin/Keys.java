package org.teamsavailability.simulator.signin;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys that ID tokens are signed with; the first is made when it is needed. Safe for any
 * thread.
 */
public final class Keys {
    private final List<SigningKey> keys = new ArrayList<>();

    /** Signs with a new key from now on; the old ones stay published. */
    public synchronized void rotate() {
        keys.addFirst(SigningKey.generate());
    }

    synchronized SigningKey current() {
        if (keys.isEmpty()) {
            rotate();
        }
        return keys.getFirst();
    }

    synchronized List<SigningKey> published() {
        current();
        return List.copyOf(keys);
    }
}

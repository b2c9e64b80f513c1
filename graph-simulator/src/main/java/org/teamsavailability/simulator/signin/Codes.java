package org.teamsavailability.simulator.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The codes under way, each good for one redemption within 10 minutes. Safe for any thread. */
public final class Codes {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> open = new ConcurrentHashMap<>();
    private final Map<String, Instant> redeemed = new ConcurrentHashMap<>();

    String issue(Code code, Instant now) {
        open.values().removeIf(old -> old.expires().plus(LIFETIME).isBefore(now));
        redeemed.values().removeIf(expired -> expired.plus(LIFETIME).isBefore(now));
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        String text = "1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(text, code);
        return text;
    }

    /** The code, still open; null where it was not issued, or is used up. */
    @Nullable Code find(String text) {
        return open.get(text);
    }

    /** The code, which is used up by that; null where it was not issued, or is used up. */
    @Nullable Code redeem(String text) {
        Code code = open.remove(text);
        if (code != null) {
            redeemed.put(text, code.expires());
        }
        return code;
    }

    /** Whether it was good and is used up. */
    boolean isUsedUp(String text) {
        return redeemed.containsKey(text);
    }

    /** Forgets them all. */
    public void clear() {
        open.clear();
        redeemed.clear();
    }
}

package org.teamsavailability.graph.tokens;

import java.time.Clock;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.http.ReplyHead;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the token endpoint answered. An error names its cause by an AADSTS number.
 *
 * <p>Source: Microsoft Entra, "Authentication and authorization error codes".
 *
 * @param body text that is dropped with this record: it may hold a token
 */
record TokenAnswer(ReplyHead head, String body) {

    private static final String ID_HEADER = "x-ms-request-id";
    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{1,9})\\b");
    private static final Pattern TRACE_ID = Pattern.compile("\"trace_id\"\\s*:\\s*\"([^\"]*)\"");
    private static final JsonFactory JSON = new JsonFactory();

    private static final int TENANT_THROTTLED = 90055;
    private static final Set<Integer> NO_CONSENT =
            Set.of(700016, 7000229, 7000112, 65001, 650056, 500021);
    private static final Set<Integer> OWN_CREDENTIALS = Set.of(7000215, 7000222, 700027);

    static TokenAnswer of(Response response, String body) {
        var head = ReplyHead.of(response, ID_HEADER);
        return new TokenAnswer(
                head.requestId() == null
                        ? new ReplyHead(head.status(), find(TRACE_ID, body), head.retryAfter())
                        : head,
                body);
    }

    void requireToken(Clock clock) {
        if (head.status() != 200) {
            throw new GraphException(failure(clock));
        }
        if (!hasToken()) {
            throw new GraphException(head.malformed());
        }
    }

    /** Read to its end: MSAL4J logs what it cannot parse. */
    private boolean hasToken() {
        boolean found = false;
        try (var json = JSON.createParser(ObjectReadContext.empty(), body)) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            while (json.nextToken() != null) {
                found |= object && json.currentToken() == JsonToken.VALUE_STRING && isToken(json);
            }
            return found;
        } catch (JacksonException _) {
            return false;
        }
    }

    private static boolean isToken(JsonParser json) {
        return "access_token".equals(json.currentName()) && !json.getString().isEmpty();
    }

    private GraphFailure failure(Clock clock) {
        int aadsts = head.status() < 500 ? aadsts() : 0;
        if (head.status() == 429 || aadsts == TENANT_THROTTLED) {
            return head.throttled(clock);
        }
        if (NO_CONSENT.contains(aadsts)) {
            return new GraphFailure.ConsentMissing(head.status(), head.requestId(), aadsts);
        }
        if (OWN_CREDENTIALS.contains(aadsts)) {
            return new GraphFailure.OwnCredentialsRefused(head.status(), head.requestId(), aadsts);
        }
        return head.unreachable();
    }

    private int aadsts() {
        String number = find(AADSTS, body);
        return number == null ? 0 : Integer.parseInt(number);
    }

    private static @Nullable String find(Pattern pattern, String body) {
        return pattern.matcher(body).results().map(TokenAnswer::group).findFirst().orElse(null);
    }

    private static String group(MatchResult match) {
        return match.group(1);
    }

    @Override
    public String toString() {
        return "TokenAnswer[%s, body redacted]".formatted(head);
    }
}

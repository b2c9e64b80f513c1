package org.teamsavailability.graph.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.RetryTime;
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
public record TokenAnswer(ReplyHead head, String body) {

    private static final int LARGEST = 1 << 20;

    private static final String ID_HEADER = "x-ms-request-id";
    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{1,9})\\b");
    private static final Pattern TRACE_ID = Pattern.compile("\"trace_id\"\\s*:\\s*\"([^\"]*)\"");
    private static final JsonFactory JSON = new JsonFactory();

    private static final int TENANT_THROTTLED = 90055;
    private static final Set<Integer> NO_CONSENT =
            Set.of(700016, 7000229, 7000112, 65001, 650056, 500021);
    private static final Set<Integer> OWN_CREDENTIALS = Set.of(7000215, 7000222, 700027);

    /**
     * Reads the answer; one that is too large counts as empty.
     *
     * @throws IOException where it breaks off
     */
    public static TokenAnswer of(Response response) throws IOException {
        var head = ReplyHead.of(response, ID_HEADER);
        var body = text(response);
        return new TokenAnswer(
                head.requestId() == null
                        ? new ReplyHead(head.status(), find(TRACE_ID, body), head.retryAfter())
                        : head,
                body);
    }

    private static String text(Response response) throws IOException {
        var body = response.body();
        if (body == null) {
            return "";
        }
        byte[] bytes = body.byteStream().readNBytes(LARGEST + 1);
        return bytes.length > LARGEST ? "" : new String(bytes, UTF_8);
    }

    /**
     * The token of that name.
     *
     * @param name {@code access_token} or {@code id_token}
     * @throws GraphException where it holds none: with what an error means, or as malformed
     */
    public String require(String name, Clock clock) {
        if (head.status() != 200) {
            throw failed(clock);
        }
        var token = token(name);
        if (token == null) {
            throw new GraphException(head.malformed());
        }
        return token;
    }

    /** Read to its end: MSAL4J logs what it cannot parse. */
    private @Nullable String token(String name) {
        String found = null;
        try (var json = JSON.createParser(ObjectReadContext.empty(), body)) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            while (json.nextToken() != null) {
                found = object && isText(json, name) ? json.getString() : found;
            }
            return found == null || found.isEmpty() ? null : found;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static boolean isText(JsonParser json, String name) {
        return json.currentToken() == JsonToken.VALUE_STRING && name.equals(json.currentName());
    }

    private GraphException failed(Clock clock) {
        var failure = failure(clock);
        var notBefore =
                failure instanceof GraphFailure.Throttled throttled
                        ? throttled.notBefore()
                        : head.notBefore(clock);
        return new GraphException(
                failure, notBefore == null ? null : new RetryTime(notBefore, true));
    }

    private GraphFailure failure(Clock clock) {
        if (head.status() == 429 || aadsts() == TENANT_THROTTLED) {
            return head.throttled(clock);
        }
        int aadsts = head.status() < 500 ? aadsts() : 0;
        if (NO_CONSENT.contains(aadsts)) {
            return new GraphFailure.ConsentMissing(head.status(), head.requestId(), aadsts);
        }
        if (OWN_CREDENTIALS.contains(aadsts)) {
            return new GraphFailure.OwnCredentialsRefused(head.status(), head.requestId(), aadsts);
        }
        return head.unreachable();
    }

    /** The number of the error; 0 where the answer names none. */
    public int aadsts() {
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

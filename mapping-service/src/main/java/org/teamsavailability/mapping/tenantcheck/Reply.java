package org.teamsavailability.mapping.tenantcheck;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.inspection.RawAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** An answer of Graph's, as the checks look at it; what is not JSON has no fields. */
record Reply(RawAnswer answer, JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    static Reply of(RawAnswer answer) {
        return new Reply(answer, parsed(answer.body()));
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    int status() {
        return answer.status();
    }

    boolean isOk() {
        return status() == 200;
    }

    /** Whether it is a page of a collection. */
    boolean isPage() {
        return isOk() && json.path("value").isArray();
    }

    /** The entries of a collection; empty where it is none. */
    List<JsonNode> items() {
        return json.path("value").valueStream().toList();
    }

    /** Where the next page is; null where there is none. */
    @Nullable String nextLink() {
        var link = json.path("@odata.nextLink");
        return link.isString() ? link.asString() : null;
    }

    /** Microsoft's id of the request; null where there is none that looks like one. */
    @Nullable String requestId() {
        var id = answer.header("request-id");
        return id != null && ID.matcher(id).matches() ? id : null;
    }

    /** The error's code, as {@code NotFound}; null where there is none that can be shown. */
    @Nullable String errorCode() {
        return code(json.path("error").path("code"));
    }

    /** The code of the error that Shifts puts as JSON into the error's message. */
    @Nullable String nestedCode() {
        var message = json.path("error").path("message");
        return message.isString()
                ? code(parsed(message.asString()).path("error").path("code"))
                : null;
    }

    private static @Nullable String code(JsonNode node) {
        return node.isString() && CODE.matcher(node.asString()).matches() ? node.asString() : null;
    }

    /** The status, with the error's code where there is one. */
    String statusText() {
        var code = errorCode();
        return isOk() || code == null ? Integer.toString(status()) : status() + " " + code;
    }

    /** Leaves the body out. */
    @Override
    public String toString() {
        return "Reply[" + status() + "]";
    }
}

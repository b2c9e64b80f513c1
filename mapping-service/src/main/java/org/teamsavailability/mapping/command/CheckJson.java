package org.teamsavailability.mapping.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.teamsavailability.mapping.tenantcheck.Check;
import org.teamsavailability.mapping.tenantcheck.Finding;
import org.teamsavailability.mapping.tenantcheck.Report;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A check of a tenant as JSON for an issue: it names neither the tenant nor the service desk. */
final class CheckJson {

    private static final int SHORT = 12;

    private CheckJson() {}

    static ObjectNode of(Report report) {
        var json = JsonMapper.shared().createObjectNode();
        json.put(
                "version",
                Objects.requireNonNullElse(
                        CheckJson.class.getPackage().getImplementationVersion(), "unknown"));
        json.put("startedAt", report.startedAt().toString());
        json.put("cloud", report.tenant().cloud().name());
        json.put("tenantHash", hash(report.tenant().id().toString()));
        json.put("requests", report.requests());
        json.put("same", report.count(Finding.Same.class));
        json.put("different", report.count(Finding.Different.class));
        json.put("notTried", report.count(Finding.NotTried.class));
        var checks = json.putArray("checks");
        report.results().forEach(result -> checks.add(check(result)));
        return json;
    }

    private static ObjectNode check(Check.Result result) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("check", result.check().name());
        json.put("asked", result.check().question());
        json.put("assumed", result.check().assumed());
        json.put(
                "result",
                switch (result.finding()) {
                    case Finding.Same _ -> "SAME";
                    case Finding.Different _ -> "DIFFERENT";
                    case Finding.NotTried _ -> "NOT_TRIED";
                });
        json.put("answered", result.finding().text());
        json.put("microsoftRequestId", result.requestId());
        return json;
    }

    /** Tells reports of one tenant from those of another. */
    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

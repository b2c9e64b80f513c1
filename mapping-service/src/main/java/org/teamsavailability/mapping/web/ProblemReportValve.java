package org.teamsavailability.mapping.web;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Answers with a problem where Tomcat refuses a request before any filter sees it. */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    private final ProblemWriter problems = ProblemWriter.alone();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null
                || !status.isError()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            RequestIdFilter.identify(request, response);
            problems.write(request, response, problem(status));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A refusal did not reach its caller", e);
        }
    }

    private static Problem problem(HttpStatus status) {
        var name = status.getReasonPhrase();
        return new Problem(
                status,
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                name,
                detail(status));
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST ->
                    "The server cannot read the request. Correct its first line, its headers (at"
                            + " most 8 KB in all) and the percent encoding of its path.";
            case METHOD_NOT_ALLOWED ->
                    "The server does not take this method. Use GET, PUT, POST or DELETE.";
            case NOT_IMPLEMENTED ->
                    "The server does not know the Transfer-Encoding. Send the body with a"
                            + " Content-Length, or chunked.";
            case HTTP_VERSION_NOT_SUPPORTED ->
                    "The server does not know this version of HTTP. Use HTTP/1.1.";
            case INTERNAL_SERVER_ERROR ->
                    "Tell the operator the request id, which is in the header X-Request-Id.";
            default -> "The server refused the request before it read the body. Correct it.";
        };
    }
}

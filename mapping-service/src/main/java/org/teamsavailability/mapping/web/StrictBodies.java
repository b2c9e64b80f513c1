package org.teamsavailability.mapping.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses what a JSON reader would let pass, or would refuse without a reason: other encodings than
 * UTF-8, a byte order mark and, where a body is required, white space alone and {@code null}. A
 * body is read as a whole for it, and the server bounds it.
 */
@RestControllerAdvice
class StrictBodies extends RequestBodyAdviceAdapter {

    /** Longer bodies hold more than white space and {@code null}, or the JSON reader says so. */
    private static final int LONGEST_NOTHING = 1_000;

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var bytes = message.getBody().readAllBytes();
        check(bytes);
        if (isRequired(parameter)) {
            checkIsThere(bytes);
        }
        return new ReadBody(message.getHeaders(), new ByteArrayInputStream(bytes));
    }

    private static void check(byte[] bytes) {
        if (Utf8.hasByteOrderMark(bytes)) {
            throw Problem.malformed(
                    FieldError.at("", "begins with a byte order mark. Send it without"));
        }
        int other = firstOther(bytes);
        if (other >= 0) {
            throw Problem.malformed(
                    FieldError.at(
                            "",
                            "is not in UTF-8 from byte %d in line %d on. Send JSON in UTF-8"
                                    .formatted(other + 1, Utf8.lineOf(bytes, other))));
        }
    }

    private static boolean isRequired(MethodParameter parameter) {
        var body = parameter.getParameterAnnotation(RequestBody.class);
        return body == null || body.required();
    }

    private static void checkIsThere(byte[] bytes) {
        if (bytes.length > LONGEST_NOTHING) {
            return;
        }
        var text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw Problem.bodyMissing();
        }
        if (text.equals("null")) {
            throw Problem.malformed(FieldError.at("", "is null. Send a JSON object"));
        }
    }

    /** No JSON text has a zero byte, and every JSON text in UTF-16 or UTF-32 has one. */
    private static int firstOther(byte[] bytes) {
        int malformed = Utf8.firstMalformed(bytes);
        int end = malformed < 0 ? bytes.length : malformed;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return malformed;
    }

    /** A body whose bytes were read already. */
    private record ReadBody(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}

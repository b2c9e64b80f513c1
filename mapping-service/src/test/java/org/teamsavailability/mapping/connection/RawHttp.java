package org.teamsavailability.mapping.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends what no client would: each byte of a request is the test's. */
public record RawHttp(int port) {

    private static final int PATIENCE_MILLIS = 60_000;

    /**
     * Sends one request, and closes.
     *
     * @param target path and query, as they stand in the first line
     * @param headers whole lines; {@code Content-Length} is added unless they say how it is sent
     */
    public Answer send(String method, String target, List<String> headers, byte[] body) {
        var lines = new ArrayList<String>();
        lines.add(method + " " + target + " HTTP/1.1");
        lines.add("Host: localhost");
        lines.add("Connection: close");
        lines.addAll(headers);
        if (body.length > 0 && headers.stream().noneMatch(RawHttp::saysLength)) {
            lines.add("Content-Length: " + body.length);
        }
        var head = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8);
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = socket.getOutputStream();
            out.write(head);
            write(socket, body);
            return answer(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    private static boolean saysLength(String header) {
        return header.startsWith("Transfer-") || header.startsWith("Content-Length");
    }

    /** The server may have answered already, and read no further. */
    private static void write(Socket socket, byte[] body) {
        try {
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        } catch (IOException _) {
            // the answer says why
        }
    }

    /** The body in chunks, as {@code Transfer-Encoding: chunked} has it. */
    public static byte[] chunked(byte[] body) {
        var out = new ByteArrayOutputStream();
        int size = 65_536;
        for (int at = 0; at < body.length; at += size) {
            int length = Math.min(size, body.length - at);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            out.write(body, at, length);
            out.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        out.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static Answer answer(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("No answer but \"" + text + "\"");
        }
        var lines = text.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon), _ -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        var all = HttpHeaders.of(headers, (_, _) -> true);
        var body = text.substring(end + 4);
        boolean isChunked = all.firstValue("Transfer-Encoding").isPresent();
        return new Answer(
                Integer.parseInt(lines[0].split(" ", -1)[1]),
                all,
                new String((isChunked ? joined(body) : body).getBytes(ISO_8859_1), UTF_8));
    }

    private static String joined(String chunks) {
        var body = new StringBuilder();
        int at = 0;
        for (; ; ) {
            int line = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, line).strip(), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }
}

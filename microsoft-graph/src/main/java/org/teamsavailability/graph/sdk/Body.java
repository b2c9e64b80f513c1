package org.teamsavailability.graph.sdk;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure;
import org.teamsavailability.graph.http.BrokenCall;
import org.teamsavailability.graph.http.ReplyHead;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads a response body as a stream, within bounds of size and depth. */
final class Body {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;

    private final int largest;
    private final JsonFactory json;

    Body(int largest) {
        this.largest = largest;
        this.json =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxDocumentLength(largest)
                                        .maxNestingDepth(DEEPEST)
                                        .maxStringLength(LONGEST_TEXT)
                                        .build())
                        .build();
    }

    /**
     * The whole of it, as text.
     *
     * @throws IOException where it breaks off, or is larger than the bound
     */
    String text(InputStream body) throws IOException {
        var bytes = body.readNBytes(largest);
        if (body.read() >= 0) {
            throw new IOException("The response is larger than " + largest + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Parser and exceptions quote the body, so neither leaves here. */
    <T> T read(InputStream body, ReplyHead head, BodyReader<T> reader) {
        try (var parser = json.createParser(ObjectReadContext.empty(), body)) {
            parser.nextToken();
            var read = reader.read(parser);
            if (parser.nextToken() != null) {
                throw new UnexpectedShape();
            }
            return read;
        } catch (JacksonIOException e) {
            throw new GraphException(brokenOff(e, head));
        } catch (JacksonException | UnexpectedShape _) {
            throw new GraphException(head.malformed());
        }
    }

    private static GraphFailure brokenOff(JacksonIOException e, ReplyHead head) {
        return switch (e.getCause()) {
            case ProtocolException _, EOFException _, ZipException _ -> head.malformed();
            case IOException broken when BrokenCall.isTimeout(broken) -> head.timedOut();
            case null, default -> head.unreachable();
        };
    }
}

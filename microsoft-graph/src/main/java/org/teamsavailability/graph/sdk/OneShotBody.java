package org.teamsavailability.graph.sdk;

import com.microsoft.kiota.RequestInformation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A request body that is sent once. The SDK keeps it as a stream that it rewinds only after it was
 * sent whole; a second attempt of OkHttp's after a broken connection would send the rest alone.
 */
final class OneShotBody extends ByteArrayInputStream {

    private OneShotBody(byte[] content) {
        super(content);
    }

    static RequestInformation in(RequestInformation request) {
        try {
            request.content = new OneShotBody(request.content.readAllBytes());
            return request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

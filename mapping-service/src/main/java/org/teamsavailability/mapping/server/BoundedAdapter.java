package org.teamsavailability.mapping.server;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** Tells a {@link BoundedBody} when its request begins and when the response has been sent. */
record BoundedAdapter(Adapter adapter) implements Adapter {

    @Override
    public void service(Request request, Response response) throws Exception {
        var body = (BoundedBody) request.getInputBuffer();
        body.begin();
        try {
            adapter.service(request, response);
        } finally {
            body.end();
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return adapter.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event)
            throws Exception {
        return adapter.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return adapter.getDomain();
    }
}

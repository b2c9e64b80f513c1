package org.teamsavailability.graph.sdk;

import okhttp3.Response;

/** Sees the response that counts of each request, before anything is made of it. */
interface ReplyWatch {

    /**
     * Takes note.
     *
     * @param response of which only status and headers may be read
     */
    void saw(Response response);
}

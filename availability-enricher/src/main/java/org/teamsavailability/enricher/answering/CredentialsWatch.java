package org.teamsavailability.enricher.answering;

import java.time.Instant;
import org.teamsavailability.graph.MicrosoftTenant;

/**
 * Is told whether Microsoft takes our own credentials. A tenant whose token was got before goes on
 * being read for as long as the token lives, up to an hour: that alone says nothing. Any thread;
 * quick.
 */
public interface CredentialsWatch {

    /** They were refused, for a token of this tenant. */
    void refused(MicrosoftTenant tenant, Instant at);

    /** Something was read in this tenant, with a new token or one from before. */
    void accepted(MicrosoftTenant tenant, Instant readAt);
}

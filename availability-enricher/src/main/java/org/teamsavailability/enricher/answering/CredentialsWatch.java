package org.teamsavailability.enricher.answering;

import org.teamsavailability.graph.MicrosoftCloud;

/** Is told whether Microsoft takes our own credentials of a cloud. Any thread; quick. */
public interface CredentialsWatch {

    /** They were refused. */
    void refused(MicrosoftCloud cloud);

    /** Something was read with them. */
    void accepted(MicrosoftCloud cloud);
}

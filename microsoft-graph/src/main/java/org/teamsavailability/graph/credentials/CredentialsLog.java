package org.teamsavailability.graph.credentials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.teamsavailability.graph.MicrosoftCloud;

/** What an operator is told, each once, of the credentials of one cloud; never what they are. */
record CredentialsLog(MicrosoftCloud cloud) {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialsLog.class);

    void allRefused() {
        at(Level.ERROR)
                .log(
                        "Microsoft refuses our own credentials: renew the client secret or"
                                + " certificate; until then nothing is read of Teams");
    }

    void refused(int aadsts) {
        at(Level.WARN)
                .addKeyValue("aadsts", aadsts)
                .log("Microsoft refuses one of our credentials; the others are tried");
    }

    void acceptedAgain() {
        at(Level.INFO).log("Microsoft accepts our credentials again");
    }

    void replaced(int number, @Nullable Instant expires) {
        at(Level.INFO)
                .addKeyValue("credentials", number)
                .addKeyValue("expires", expires)
                .log("New credentials were read");
    }

    void unusable(String problem) {
        at(Level.ERROR)
                .addKeyValue("problem", problem)
                .log("The new credentials are unusable; keeping the previous ones");
    }

    void notConfigured() {
        at(Level.ERROR).log("A desk is in a cloud without our app registration: configure one");
    }

    private LoggingEventBuilder at(Level level) {
        return LOG.atLevel(level).addKeyValue("cloud", cloud);
    }
}

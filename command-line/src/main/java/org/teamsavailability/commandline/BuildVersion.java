package org.teamsavailability.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit of the build, as the build has written them into this jar. */
public final class BuildVersion implements IVersionProvider {

    /** One line, as {@code Teams Availability 0.1.0 (0123456789ab)}. */
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    /** The same. */
    public static String text() {
        var build = new Properties();
        try (var file = BuildVersion.class.getResourceAsStream("build.properties")) {
            if (file == null) {
                throw new IllegalStateException("build.properties is missing: build with Maven");
            }
            build.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties cannot be read", e);
        }
        return "Teams Availability %s (%s)"
                .formatted(build.getProperty("version"), build.getProperty("commit"));
    }
}

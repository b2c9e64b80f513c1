package org.teamsavailability.localstack.sample;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.operations.ask.RequestFile;
import org.teamsavailability.operations.ask.RotaTeams;
import org.teamsavailability.simulator.dataset.DataFile;
import org.teamsavailability.simulator.dataset.Dataset;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The sample world of the resources. */
public final class Samples {

    private record File(List<Entry> samples) {}

    private record Entry(
            String title,
            String shows,
            JsonNode request,
            @Nullable SampleFault fault,
            JsonNode expect) {}

    private Samples() {}

    /** The requests of {@code samples.yaml}, with {@code now} by this clock. */
    public static List<Sample> requests(SampleDesks desks, Clock clock) {
        var requests =
                RequestFile.requests(
                        clock.instant(),
                        () -> {
                            throw new IllegalStateException("every sample names its requestId");
                        });
        var teams = new RotaTeams(desks::teams);
        return new YAMLMapper()
                .readValue(Resources.text("samples.yaml"), File.class).samples().stream()
                        .map(entry ->
                                new Sample(
                                        entry.title(),
                                        entry.shows(),
                                        teams.resolve(requests.one(entry.request())),
                                        entry.fault(),
                                        entry.expect()))
                        .toList();
    }

    /** The tenants that Microsoft knows in the sample world, as the simulator takes them. */
    public static List<JsonNode> tenants() {
        return List.copyOf(
                new YAMLMapper()
                        .readTree(Resources.text("microsoft.yaml"))
                        .get("tenants")
                        .values());
    }

    /** What Microsoft knows in the sample world, with {@code now} by this clock. */
    public static Dataset microsoft(Clock clock) {
        return DataFile.parse("microsoft.yaml", Resources.text("microsoft.yaml"), clock);
    }
}

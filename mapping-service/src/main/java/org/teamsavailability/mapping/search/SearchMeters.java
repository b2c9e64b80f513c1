package org.teamsavailability.mapping.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;
import org.teamsavailability.mapping.refusal.RefusedException;

/** Searches in numbers: how they ended, and how long they took. */
public final class SearchMeters {

    private static final String FAILED = "failed";
    private static final List<String> LISTS = List.of("decisions", "fallbacks");
    private static final List<String> OUTCOMES =
            List.of("ended", "continues", "too_many", "stream_unavailable", FAILED);

    private final MeterRegistry registry;
    private final Counter unreadable;

    public SearchMeters(MeterRegistry registry) {
        this.registry = registry;
        this.unreadable =
                Counter.builder("teams.availability.searches.unreadable")
                        .description("Records of the caller's desk that a search skipped")
                        .register(registry);
        LISTS.forEach(list -> OUTCOMES.forEach(outcome -> timer(list, outcome)));
    }

    private Timer timer(String list, String outcome) {
        return Timer.builder("teams.availability.searches")
                .description("Searches of a topic for one service desk, by how they ended")
                .tag("list", list)
                .tag("outcome", outcome)
                .register(registry);
    }

    /** What a search finds; whether it has come to the end of the topic. */
    public interface Page {
        boolean isLast();
    }

    /**
     * Counts a search by how it ends.
     *
     * @param list {@code decisions} or {@code fallbacks}
     */
    public <T extends Page> T counted(String list, Supplier<T> search) {
        var started = Timer.start(registry);
        var outcome = FAILED;
        try {
            var page = search.get();
            outcome = page.isLast() ? "ended" : "continues";
            return page;
        } catch (RefusedException e) {
            outcome = e.refusal() instanceof SearchRefusal it ? nameOf(it) : FAILED;
            throw e;
        } finally {
            var _ = started.stop(timer(list, outcome));
        }
    }

    private static String nameOf(SearchRefusal refusal) {
        return switch (refusal) {
            case SearchRefusal.TooManySearches _ -> "too_many";
            case SearchRefusal.StreamUnavailable _ -> "stream_unavailable";
        };
    }

    /** A record of the caller's desk could not be read. */
    public void unreadable() {
        unreadable.increment();
    }
}

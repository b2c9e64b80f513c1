package org.teamsavailability.graph.credentials;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.settings.ClientCredential;

/**
 * The credentials of one cloud and their order.
 *
 * <ol>
 *   <li>One that was refused comes after those that were not.
 *   <li>The one that was last accepted for a request comes before the others, as long as the file
 *       does not change; a new file's own order comes first again, and nothing of it is refused.
 *   <li>The one that worked before a change stays, as the last resort, until one of the new ones
 *       works: a wrong or half-written secret costs nobody an answer.
 * </ol>
 *
 * @param held in the file's order, the former one last
 * @param preferred the one that was last accepted for a request; null before the first
 */
record CredentialRing(List<HeldCredential> held, @Nullable ClientCredential preferred) {

    CredentialRing {
        held = List.copyOf(held);
    }

    static CredentialRing of(List<ClientCredential> read) {
        return new CredentialRing(read.stream().map(HeldCredential::of).toList(), null);
    }

    List<ClientCredential> inOrder() {
        return held.stream()
                .sorted(
                        Comparator.comparing(HeldCredential::isRefused)
                                .thenComparing(it -> !it.credential().equals(preferred)))
                .map(HeldCredential::credential)
                .toList();
    }

    /** What the source gave last; the former one is not of it. */
    List<ClientCredential> read() {
        return held.stream().filter(it -> !it.former()).map(HeldCredential::credential).toList();
    }

    CredentialRing replacedBy(List<ClientCredential> read) {
        var last =
                held.stream()
                        .filter(it -> it.former() || it.credential().equals(preferred))
                        .filter(it -> !read.contains(it.credential()))
                        .map(HeldCredential::left);
        return new CredentialRing(
                Stream.concat(read.stream().map(HeldCredential::of), last).toList(), null);
    }

    /** With what Microsoft said of one; of one that is not held it does not matter. */
    CredentialRing told(ClientCredential credential, Standing said, Instant at) {
        var all =
                held.stream()
                        .map(it -> it.credential().equals(credential) ? it.now(said, at) : it)
                        .toList();
        boolean newWorks =
                all.stream().anyMatch(it -> !it.former() && it.standing() == Standing.ACCEPTED);
        return new CredentialRing(
                newWorks ? all.stream().filter(it -> !it.former()).toList() : all, preferred);
    }

    CredentialRing preferring(ClientCredential credential) {
        return new CredentialRing(held, credential);
    }

    /** Each was refused when it was last used. */
    boolean isRefused() {
        return held.stream().allMatch(HeldCredential::isRefused);
    }

    long refusals() {
        return held.stream().filter(HeldCredential::isRefused).count();
    }

    @Override
    public String toString() {
        return "CredentialRing[%d held]".formatted(held.size());
    }
}

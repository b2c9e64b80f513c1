package org.teamsavailability.mapping.tenantcheck;

import org.jspecify.annotations.Nullable;

/**
 * One assumption about Microsoft Graph and how it is tried. {@code
 * docs/microsoft-graph-assumptions.md} lists the same names, questions and assumptions; a test
 * compares them.
 *
 * @param name in lower case with hyphens; stays the same for ever
 * @param question what is asked, in words
 * @param assumed what the product assumes
 * @param ask asks the tenant
 * @param compare says whether the answer is as assumed
 * @param <T> what the tenant answers
 */
public record Check<T>(
        String name, String question, String assumed, Ask<T> ask, Compare<T> compare) {

    /** Asks the tenant. */
    @FunctionalInterface
    interface Ask<T> {
        T of(ConnectedTenant tenant) throws NotTriedException, InterruptedException;
    }

    /** Says whether the answer is as assumed. */
    @FunctionalInterface
    interface Compare<T> {
        Finding of(T answer) throws NotTriedException;
    }

    /**
     * What a check found.
     *
     * @param requestId Microsoft's id of the request that decided; null where none did
     */
    public record Result(Check<?> check, Finding finding, @Nullable String requestId) {}

    Result run(ConnectedTenant tenant) throws InterruptedException {
        try {
            T answer = ask.of(tenant);
            return new Result(
                    this,
                    compare.of(answer),
                    answer instanceof Reply reply ? reply.requestId() : null);
        } catch (NotTriedException e) {
            return new Result(this, new Finding.NotTried(e.why()), null);
        }
    }
}

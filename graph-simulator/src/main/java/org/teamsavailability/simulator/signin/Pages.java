package org.teamsavailability.simulator.signin;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.simulator.dataset.Tenant;
import org.teamsavailability.simulator.dataset.Tenants;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.RecognizedCall;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.journal.Call;
import org.teamsavailability.simulator.login.Aadsts;

/**
 * What the pages have in common. Who stands before them and what they answer is said by {@code as}
 * and {@code answer} in the query, which the form sends; else by the visitor that was set; else by
 * {@code login_hint}, who accepts. Without any of it the page asks.
 */
public final class Pages {
    private final People people;
    private final Supplier<@Nullable Visitor> standing;

    /**
     * @param standing the visitor that was set; null without one
     */
    public Pages(Tenants tenants, Supplier<@Nullable Visitor> standing) {
        people = new People(tenants);
        this.standing = standing;
    }

    RecognizedCall recognized(
            Exchange exchange, Call call, PageText text, List<String> required, Decision decision) {
        String segment = exchange.segments().getFirst();
        Visitor visitor = visitor(exchange);
        Person person = visitor == null ? null : people.find(segment, visitor.as());
        List<UUID> ids = person == null ? List.of() : List.of(person.account().id());
        return new RecognizedCall(
                tenant(segment, person),
                call,
                null,
                ids,
                () -> {
                    if (people.tenants(segment).isEmpty()) {
                        return Html.refusal(exchange, Aadsts.of(90002));
                    }
                    if (!complete(exchange, required)) {
                        return Html.refusal(exchange, Aadsts.of(900144));
                    }
                    if (visitor == null) {
                        return Html.question(exchange, text, people.some(segment));
                    }
                    return person == null
                            ? Html.refusal(exchange, Aadsts.of(50034))
                            : decided(exchange, person, visitor.accepts(), decision);
                });
    }

    private static Reply decided(
            Exchange exchange, Person person, boolean accepts, Decision decision) {
        String back = "" + exchange.parameter("redirect_uri");
        if (!isWeb(back) || !person.tenant().registration().leadsTo(back)) {
            return Html.refusal(exchange, Aadsts.of(50011));
        }
        return person.account().profile().accountEnabled()
                ? decision.of(person, accepts)
                : Html.refusal(exchange, Aadsts.of(50057));
    }

    private @Nullable Visitor visitor(Exchange exchange) {
        String as = exchange.parameter("as");
        if (as != null) {
            return new Visitor(as, !Objects.equals(exchange.parameter("answer"), "cancel"));
        }
        Visitor set = standing.get();
        String hint = exchange.parameter("login_hint");
        return set != null || hint == null ? set : Visitor.accepting(hint);
    }

    private @Nullable UUID tenant(String segment, @Nullable Person person) {
        if (person != null) {
            return person.tenant().id();
        }
        List<Tenant> named = people.tenants(segment);
        return named.size() == 1 ? named.getFirst().id() : null;
    }

    private static boolean complete(Exchange exchange, List<String> required) {
        return required.stream()
                .allMatch(name ->
                        !Objects.requireNonNullElse(exchange.parameter(name), "").isBlank());
    }

    private static boolean isWeb(String uri) {
        try {
            return URI.create(uri).getHost() != null && uri.matches("https?://.*");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** What comes of a person's answer. */
    interface Decision {
        Reply of(Person person, boolean accepts);
    }
}

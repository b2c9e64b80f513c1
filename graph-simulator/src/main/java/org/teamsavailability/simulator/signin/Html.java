package org.teamsavailability.simulator.signin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.teamsavailability.simulator.exchange.Exchange;
import org.teamsavailability.simulator.exchange.Reply;
import org.teamsavailability.simulator.login.Aadsts;
import org.teamsavailability.simulator.login.LoginErrors;

/** The pages as HTML. */
final class Html {
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title></head>
            <body><h1>%1$s</h1>
            %2$s
            <p>This is a simulation of Microsoft's page.</p>
            </body>
            </html>
            """;
    private static final Set<String> OWN = Set.of("as", "answer");

    private Html() {}

    /** The page that asks, with a form that leads back to it. */
    static Reply question(Exchange exchange, PageText text, List<Person> people) {
        String first = people.isEmpty() ? "" : people.getFirst().signInName();
        String form =
                """
                <p>%s</p>
                <form method="get">
                %s
                <label>Sign-in name <input name="as" list="people" value="%s" required></label>
                <datalist id="people">%s</datalist>
                <button name="answer" value="accept">%s</button>
                <button name="answer" value="cancel">Cancel</button>
                </form>\
                """
                        .formatted(
                                escape(text.question()),
                                hidden(exchange.query()),
                                escape(first),
                                options(people),
                                escape(text.accept()));
        return Reply.html(200, PAGE.formatted(escape(text.title()), form));
    }

    /** The page of a refusal that leads nowhere. */
    static Reply refusal(Exchange exchange, Aadsts aadsts) {
        String sentence = escape(LoginErrors.description(aadsts, exchange, " "));
        return Reply.html(
                400, PAGE.formatted("Sorry, but we're having trouble signing you in.", sentence));
    }

    private static String hidden(Map<String, List<String>> query) {
        return query.entrySet().stream()
                .filter(field -> !OWN.contains(field.getKey()))
                .map(field ->
                        "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                                .formatted(
                                        escape(field.getKey()),
                                        escape(field.getValue().getFirst())))
                .collect(Collectors.joining("\n"));
    }

    private static String options(List<Person> people) {
        return people.stream()
                .map(person ->
                        "<option value=\"%s\">%s, %s</option>"
                                .formatted(
                                        escape(person.signInName()),
                                        escape(person.account().displayName()),
                                        person.mayConsent() ? "administrator" : "member"))
                .collect(Collectors.joining());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

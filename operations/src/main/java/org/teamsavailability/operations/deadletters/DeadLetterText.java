package org.teamsavailability.operations.deadletters;

import java.util.Base64;
import java.util.List;
import org.teamsavailability.operations.console.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Dead letters as they are printed: without their values, which may hold personal data. */
final class DeadLetterText {

    private DeadLetterText() {}

    /** A table. */
    static List<String> table(List<DeadLetter> letters) {
        var table = new TextTable("TOPIC", "PLACE", "TIME", "KEY", "EXCEPTION", "REASON");
        for (var letter : letters) {
            table.add(
                    letter.record().topic(),
                    letter.place(),
                    letter.at().toString(),
                    letter.key(),
                    letter.exception(),
                    letter.message());
        }
        return table.lines();
    }

    /**
     * One letter as JSON.
     *
     * @param value whether its value is in it, as Base64
     */
    static JsonNode json(DeadLetter letter, boolean value) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("topic", letter.record().topic());
        json.put("partition", letter.record().partition());
        json.put("offset", letter.record().offset());
        json.put("time", letter.at().toString());
        json.put("key", letter.key());
        json.put("exception", letter.exception());
        json.put("reason", letter.message());
        if (value && letter.record().value() != null) {
            json.put("value", Base64.getEncoder().encodeToString(letter.record().value()));
        }
        return json;
    }
}

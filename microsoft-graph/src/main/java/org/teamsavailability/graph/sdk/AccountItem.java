package org.teamsavailability.graph.sdk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.directory.Account;
import tools.jackson.core.JsonParser;

/** What counts of a user. Source: Microsoft Graph, "user resource type". */
final class AccountItem {

    /** The properties that are read; some are only given to who names them. */
    static final String[] PROPERTIES = {
        "id",
        "displayName",
        "userPrincipalName",
        "mail",
        "accountEnabled",
        "userType",
        "proxyAddresses",
        "otherMails"
    };

    private static final String USER = "#microsoft.graph.user";
    private static final String MAIL_ADDRESS = "smtp:";

    private @Nullable String type;
    private @Nullable UUID id;
    private @Nullable String userPrincipalName;
    private @Nullable String mail;
    private @Nullable String displayName;
    private @Nullable Boolean enabled;
    private boolean guest;
    private List<String> proxyAddresses = List.of();
    private List<String> otherMails = List.of();

    private AccountItem() {}

    static Account read(JsonParser json) {
        return of(json).account();
    }

    /** Null where the member is no user; without its type, nobody could say whether it is one. */
    static @Nullable Account readMember(JsonParser json) {
        var item = of(json);
        if (item.type == null) {
            throw new UnexpectedShape();
        }
        return item.type.equalsIgnoreCase(USER) ? item.account() : null;
    }

    private static AccountItem of(JsonParser json) {
        var item = new AccountItem();
        JsonFields.each(json, name -> item.field(json, name));
        return item;
    }

    private Account account() {
        if (id == null) {
            throw new UnexpectedShape();
        }
        return new Account(
                id,
                userPrincipalName,
                mail,
                displayName,
                enabled,
                guest,
                proxyAddresses,
                otherMails);
    }

    private void field(JsonParser json, String name) {
        switch (name) {
            case "@odata.type" -> type = JsonFields.text(json);
            case "id" -> id = Guid.parse(JsonFields.text(json));
            case "userPrincipalName" -> userPrincipalName = JsonFields.text(json);
            case "mail" -> mail = JsonFields.text(json);
            case "displayName" -> displayName = JsonFields.text(json);
            case "accountEnabled" -> enabled = JsonFields.flagOrNull(json);
            case "userType" -> guest = "Guest".equalsIgnoreCase(JsonFields.text(json));
            case "proxyAddresses" -> proxyAddresses = mailAddresses(JsonFields.texts(json));
            case "otherMails" -> otherMails = JsonFields.texts(json);
            default -> JsonFields.skip(json);
        }
    }

    private static List<String> mailAddresses(List<String> addresses) {
        return addresses.stream()
                .filter(a -> a.regionMatches(true, 0, MAIL_ADDRESS, 0, MAIL_ADDRESS.length()))
                .map(address -> address.substring(MAIL_ADDRESS.length()))
                .toList();
    }
}

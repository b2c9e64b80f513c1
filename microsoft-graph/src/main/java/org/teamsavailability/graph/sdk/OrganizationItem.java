package org.teamsavailability.graph.sdk;

import org.jspecify.annotations.Nullable;
import org.teamsavailability.graph.GraphException;
import org.teamsavailability.graph.GraphFailure.PermissionMissing;
import org.teamsavailability.graph.GraphPermission;
import org.teamsavailability.graph.directory.Organization;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The name of an organisation and of its default domain. Source: Microsoft Graph, "organization
 * resource type".
 */
final class OrganizationItem {

    private @Nullable String displayName;
    private @Nullable String defaultDomain;

    private OrganizationItem() {}

    /** Without User.Read.All the name may be null in an answer with 200. */
    static Organization read(JsonParser json) {
        var item = new OrganizationItem();
        JsonFields.each(json, name -> item.field(json, name));
        if (item.displayName == null) {
            throw new GraphException(
                    new PermissionMissing(200, null, GraphPermission.USER_READ_ALL));
        }
        if (item.defaultDomain == null) {
            throw new UnexpectedShape();
        }
        return new Organization(item.displayName, item.defaultDomain);
    }

    private void field(JsonParser json, String name) {
        switch (name) {
            case "displayName" -> displayName = JsonFields.text(json);
            case "verifiedDomains" -> domains(json);
            default -> JsonFields.skip(json);
        }
    }

    private void domains(JsonParser json) {
        if (JsonFields.list(json)) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                var domain = Domain.read(json);
                defaultDomain = domain.isDefault ? domain.name : defaultDomain;
            }
        }
    }

    private static final class Domain {
        private @Nullable String name;
        private boolean isDefault;

        static Domain read(JsonParser json) {
            var domain = new Domain();
            JsonFields.each(json, name -> domain.field(json, name));
            return domain;
        }

        private void field(JsonParser json, String field) {
            switch (field) {
                case "name" -> name = JsonFields.text(json);
                case "isDefault" -> isDefault = JsonFields.flag(json);
                default -> JsonFields.skip(json);
            }
        }
    }
}

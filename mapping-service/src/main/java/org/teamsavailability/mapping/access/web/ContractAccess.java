package org.teamsavailability.mapping.access.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the contract says of API keys. {@code security} of each operation lists its scopes, any one
 * of which is enough.
 */
@Component
final class ContractAccess implements OpenApiCustomizer {

    private static final String SCHEME = "apiKey";

    @Override
    public void customise(OpenAPI contract) {
        contract.getComponents()
                .addSecuritySchemes(
                        SCHEME,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("ta_sk_…")
                                .description("An API key of the service desk"));
        contract.setSecurity(List.of(new SecurityRequirement().addList(SCHEME)));
        contract.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap()
                                .forEach((method, operation) ->
                                        operation.setSecurity(of(method.name(), path))));
    }

    private static List<SecurityRequirement> of(String method, String path) {
        return RouteScopes.of(method, path).stream()
                .map(scope -> new SecurityRequirement().addList(SCHEME, scope.wireName()))
                .toList();
    }
}

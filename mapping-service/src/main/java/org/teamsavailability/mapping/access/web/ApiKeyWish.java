package org.teamsavailability.mapping.access.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.teamsavailability.mapping.access.Scope;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;

/** What a key is to be. */
@Schema(name = "ApiKeyRequest")
record ApiKeyWish(
        @NotBlank
                @Size(max = 100)
                @Pattern(
                        regexp = "[^\\p{Cntrl}\\p{Cs}]*",
                        message = "holds a control character, leave it out")
                String name,
        @NotEmpty List<@NotNull String> scopes) {

    /**
     * The scopes.
     *
     * @throws Problem a 422 that names the place, where one is not known
     */
    Set<Scope> known() {
        var known = new TreeSet<Scope>();
        for (int i = 0; i < scopes.size(); i++) {
            var scope = Scope.named(scopes.get(i));
            if (scope == null) {
                throw Problem.invalid(
                        FieldError.at("/scopes/" + i, "is not a scope, use read, write and ask"));
            }
            known.add(scope);
        }
        return known;
    }
}

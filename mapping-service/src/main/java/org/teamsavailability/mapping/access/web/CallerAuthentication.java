package org.teamsavailability.mapping.access.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.access.Scope;

/** A caller, as Spring Security carries it; scopes are the authorities. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(
                caller.scopes().stream()
                        .map(Scope::wireName)
                        .map(SimpleGrantedAuthority::new)
                        .toList());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /** Not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication it && it.caller.equals(caller);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(caller);
    }
}

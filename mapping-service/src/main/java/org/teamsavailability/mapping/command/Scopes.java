package org.teamsavailability.mapping.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.teamsavailability.mapping.access.Scope;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Scopes, as they are typed: such as {@code ask} or {@code read,write}. */
record Scopes(Set<Scope> all) {

    Scopes {
        all = Set.copyOf(all);
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<Scopes> {

        @Override
        public Scopes convert(String value) {
            return new Scopes(
                    Arrays.stream(value.split(",", -1))
                            .map(name -> scope(name.strip()))
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class))));
        }

        private static Scope scope(String name) {
            var scope = Scope.named(name);
            if (scope == null) {
                throw new TypeConversionException(
                        "the scope \"%s\" is not known, use read, write, ask or several with commas between them"
                                .formatted(name));
            }
            return scope;
        }
    }
}

package org.teamsavailability.mapping.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.teamsavailability.mapping.access.Scope;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Scopes, as they are typed: {@code read}, {@code write} or both with a comma between. */
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
            return Arrays.stream(Scope.values())
                    .filter(scope -> scope.wireName().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    "the scope \"%s\" is not known, use read, write or read,write"
                                            .formatted(name)));
        }
    }
}

package org.teamsavailability.mapping.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What an API key is for, as it is typed: 1 to 100 characters, not all of them blank. */
record KeyName(String text) {

    private static final int LONGEST = 100;

    KeyName {
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException(
                    "the name of the key is \"%s\", but must be 1 to %d characters"
                            .formatted(text, LONGEST));
        }
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<KeyName> {

        @Override
        public KeyName convert(String value) {
            try {
                return new KeyName(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

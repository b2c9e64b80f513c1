package org.teamsavailability.mapping.command;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The id of a service desk, as it is typed: 1 to 200 characters without / and controls. */
record DeskId(String text) {

    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x80-\\x9F]");

    DeskId {
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST || text.contains("/") || CONTROL.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "the service desk id is \"%s\", but must be 1 to %d characters without / and control characters"
                            .formatted(CONTROL.matcher(text).replaceAll("?"), LONGEST));
        }
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<DeskId> {

        @Override
        public DeskId convert(String value) {
            try {
                return new DeskId(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

package org.teamsavailability.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class the one {@link TestApi} that all of them share, as a parameter. Each
 * test has desks of its own.
 */
@Tag("slow")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedApi.Start.class)
public @interface SharedApi {

    /** Starts it for the first test that needs it; it ends with the last test of the run. */
    final class Start implements ParameterResolver {

        private static final Namespace HERE = Namespace.create(Start.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestApi.class;
        }

        @Override
        public TestApi resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(HERE)
                    .computeIfAbsent(TestApi.class, _ -> new TestApi(), TestApi.class);
        }
    }
}

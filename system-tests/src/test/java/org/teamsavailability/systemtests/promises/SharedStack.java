package org.teamsavailability.systemtests.promises;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the stack for the first test that needs it; it ends with the last test of the run. */
final class SharedStack implements ParameterResolver, AfterEachCallback {

    /** The lock of the stack: for reading next to other tests, for writing alone. */
    static final String LOCK = "the stack";

    /** The lock of the stack with a mapping-service, which has this stack's broker and registry. */
    static final String WHOLE = "the whole stack";

    /** The lock of the samples: their requests and tenants are the same in each run. */
    static final String SAMPLES = "the samples";

    /** The lock of what Microsoft thinks of the enricher's credentials. */
    static final String CREDENTIALS = "the credentials";

    private static final Namespace HERE = Namespace.create(SharedStack.class);

    /** What a test is given ends with the test, or with its class where the instance does. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(
            ExtensionContext context) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public World resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var world = world(context).forAnotherTest();
        context.getStore(HERE).put(Given.class, new Given(world));
        return world;
    }

    /** What a test has broken on purpose is whole again for the next. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            System.err.println("The enricher's last lines:");
            world(context).enricher().lastLines().forEach(System.err::println);
        }
        if (AnnotationSupport.isAnnotated(context.getRequiredTestClass(), AloneOnTheStack.class)) {
            world(context).heal();
        } else {
            requireNonNull(context.getStore(HERE).get(Given.class, Given.class))
                    .world()
                    .clearFaults();
        }
    }

    /** The stack of the run. */
    static World world(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(World.class, _ -> World.start(), World.class);
    }

    /** Not closed with the test, as a {@link World} in the store would be. */
    private record Given(World world) {}
}

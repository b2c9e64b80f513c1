package org.teamsavailability.localstack.promises;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the stack for the first test that needs it; it ends with the last test of the run. */
final class SharedStack implements ParameterResolver, AfterEachCallback {

    private static final Namespace HERE = Namespace.create(SharedStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public World resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return world(context);
    }

    /** What a test has broken on purpose is whole again for the next. */
    @Override
    public void afterEach(ExtensionContext context) {
        world(context).mend();
    }

    private static World world(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(World.class, _ -> World.start(), World.class);
    }
}

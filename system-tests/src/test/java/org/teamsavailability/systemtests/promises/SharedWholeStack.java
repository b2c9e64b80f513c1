package org.teamsavailability.systemtests.promises;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the stack for the first test that needs it; it ends with the last test of the run. */
final class SharedWholeStack implements ParameterResolver, AfterEachCallback, AfterAllCallback {

    private static final Namespace HERE = Namespace.create(SharedWholeStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WholeStack.class;
    }

    @Override
    public WholeStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stack(context);
    }

    /** What a test has broken on purpose is whole again for the next. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            System.err.println("The mapping-service's last lines:");
            stack(context).mappingService().lastLines().forEach(System.err::println);
        }
        stack(context).heal();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ReadsOnlyTest.assertNothingElseWasAsked(stack(context));
    }

    private static WholeStack stack(ExtensionContext context) {
        var shared = SharedStack.world(context); // first, so that it ends last
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(WholeStack.class, _ -> WholeStack.start(shared), WholeStack.class);
    }
}

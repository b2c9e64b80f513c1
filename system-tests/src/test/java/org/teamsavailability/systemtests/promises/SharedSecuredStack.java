package org.teamsavailability.systemtests.promises;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.teamsavailability.systemtests.server.SecuredStack;

/** Starts the stack for the first class that needs it; it ends with the last test of the run. */
final class SharedSecuredStack implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(SharedSecuredStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SecuredStack.class;
    }

    @Override
    public SecuredStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared = SharedStack.world(context); // first, so that it ends last
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(SecuredStack.class, _ -> started(shared), SecuredStack.class);
    }

    private static SecuredStack started(World shared) {
        var stack = new SecuredStack(shared.endpoints().registry());
        try {
            stack.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }
}

package org.teamsavailability.schemas.serde;

import io.apicurio.registry.resolver.DefaultSchemaResolver;
import io.apicurio.registry.resolver.SchemaParser;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryClientFacadeFactory;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.rest.client.models.ProblemDetails;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Apicurio's look-ups with a time limit, which its client does not have: a registry that accepts
 * the connection and says nothing would hold the calling thread for ever. Every failure but the
 * registry's own "not found" comes out as an {@link IOException}.
 */
final class BoundedSchemaResolver<S, T> extends DefaultSchemaResolver<S, T> {

    private final ExecutorService calls =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("schema-registry-", 0).factory());

    private final Duration answersWithin;

    BoundedSchemaResolver(Duration answersWithin) {
        this.answersWithin = answersWithin;
    }

    Duration answersWithin() {
        return answersWithin;
    }

    @Override
    public void configure(Map<String, ?> configs, SchemaParser<S, T> schemaParser) {
        clientFacade =
                bounded(RegistryClientFacadeFactory.create(new SchemaResolverConfig(configs)));
        super.configure(configs, schemaParser);
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }

    private RegistryClientFacade bounded(RegistryClientFacade registry) {
        return (RegistryClientFacade)
                Proxy.newProxyInstance(
                        RegistryClientFacade.class.getClassLoader(),
                        new Class<?>[] {RegistryClientFacade.class},
                        (_, method, arguments) -> call(registry, method, arguments));
    }

    private Object call(RegistryClientFacade registry, Method method, Object[] arguments)
            throws Throwable {
        var answer = calls.submit(() -> method.invoke(registry, arguments));
        try {
            return answer.get(answersWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new UncheckedIOException(
                    new HttpTimeoutException("no answer within " + answersWithin));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        } catch (ExecutionException e) {
            throw said(thrown(e));
        } finally {
            answer.cancel(true);
        }
    }

    private static Throwable thrown(ExecutionException call) {
        var cause = Objects.requireNonNullElse(call.getCause(), call);
        return cause instanceof InvocationTargetException invocation
                ? invocation.getTargetException()
                : cause;
    }

    /**
     * Only the registry's own "not found" says something about a record; every other answer, such
     * as a proxy's page in HTML, is no better than none.
     */
    private static Throwable said(Throwable thrown) {
        return thrown instanceof ProblemDetails answer
                        && answer.getResponseStatusCode() == Failures.NOT_FOUND
                ? answer
                : new UncheckedIOException(new IOException("no usable answer", thrown));
    }
}

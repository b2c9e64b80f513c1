package org.teamsavailability.client;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Makes the serializer and the deserializer of the values that a configuration names. */
final class Serializers {

    private Serializers() {}

    /**
     * The configured {@code value.serializer}.
     *
     * @throws ConfigException if it is missing or is no serializer
     */
    @SuppressWarnings("unchecked") // whether it takes the record shows when the first is written
    static Serializer<Object> serializer(Map<String, ?> kafka) {
        var serializer =
                (Serializer<Object>)
                        create(
                                kafka,
                                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                                Serializer.class);
        serializer.configure(kafka, false);
        return serializer;
    }

    /**
     * The configured {@code value.deserializer}.
     *
     * @throws ConfigException if it is missing or is no deserializer
     */
    static Deserializer<?> deserializer(Map<String, ?> kafka) {
        Deserializer<?> deserializer =
                create(kafka, ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, Deserializer.class);
        deserializer.configure(kafka, false);
        return deserializer;
    }

    private static <T> T create(Map<String, ?> kafka, String name, Class<T> kind) {
        var given = kafka.get(name);
        if (given == null) {
            throw new ConfigException("The configuration lacks " + name + ": give a class name");
        }
        try {
            var type = given instanceof Class<?> named ? named : load(given.toString());
            return kind.cast(type.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new ConfigException(
                    name,
                    given,
                    "This is not a "
                            + kind.getSimpleName()
                            + " on the class path with a constructor without parameters");
        }
    }

    /** As Kafka does: by the thread's class loader, which a container sets. */
    private static Class<?> load(String name) throws ClassNotFoundException {
        var loader = Thread.currentThread().getContextClassLoader();
        return Class.forName(
                name, true, loader == null ? Serializers.class.getClassLoader() : loader);
    }
}

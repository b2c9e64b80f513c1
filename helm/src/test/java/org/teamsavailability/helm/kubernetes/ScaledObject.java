package org.teamsavailability.helm.kubernetes;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** KEDA's own type, by its reference, as far as the scaler of Kafka and a StatefulSet use it. */
@JsonDeserialize(using = JsonDeserializer.None.class)
@Group("keda.sh")
@Version("v1alpha1")
@SuppressWarnings("serial") // it is serializable by name only
public final class ScaledObject implements HasMetadata {

    private static final long serialVersionUID = 1;

    public String apiVersion = "";
    public String kind = "";
    public @Nullable ObjectMeta metadata;
    public @Nullable Spec spec;

    /** What is scaled, how far, and by what. */
    public record Spec(
            Target scaleTargetRef,
            @Nullable Integer minReplicaCount,
            @Nullable Integer maxReplicaCount,
            @Nullable Integer pollingInterval,
            @Nullable Integer cooldownPeriod,
            List<Trigger> triggers) {}

    /** What is scaled. */
    public record Target(String apiVersion, String kind, String name) {}

    /** A scaler; its metadata are strings, whatever they mean. */
    public record Trigger(
            String type, Map<String, String> metadata, @Nullable Reference authenticationRef) {}

    /** A TriggerAuthentication of the same namespace. */
    public record Reference(String name) {}

    @Override
    public @Nullable ObjectMeta getMetadata() {
        return metadata;
    }

    @Override
    public void setMetadata(ObjectMeta metadata) {
        this.metadata = metadata;
    }

    @Override
    public String getKind() {
        return kind;
    }

    @Override
    public String getApiVersion() {
        return apiVersion;
    }

    @Override
    public void setApiVersion(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    public Spec spec() {
        if (spec == null) {
            throw new AssertionError("a ScaledObject without spec");
        }
        return spec;
    }
}

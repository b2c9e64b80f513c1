package org.teamsavailability.helm.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads objects as strictly as a server that validates fields: a field that the type does not have,
 * one named twice, and a number or a boolean where a string belongs are errors.
 */
public final class KubernetesTypes {

    private static final Map<String, Class<? extends HasMetadata>> TYPES =
            Stream.<Class<? extends HasMetadata>>of(
                            ConfigMap.class,
                            Deployment.class,
                            HorizontalPodAutoscaler.class,
                            Ingress.class,
                            Job.class,
                            NetworkPolicy.class,
                            Pod.class,
                            PodDisruptionBudget.class,
                            PrometheusRule.class,
                            ScaledObject.class,
                            Service.class,
                            ServiceAccount.class,
                            ServiceMonitor.class,
                            StatefulSet.class)
                    .collect(
                            Collectors.toMap(
                                    type ->
                                            HasMetadata.getApiVersion(type)
                                                    + " "
                                                    + HasMetadata.getKind(type),
                                    Function.identity()));

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .annotationIntrospector(new NoCatchAll())
                    .withCoercionConfig(
                            LogicalType.Textual,
                            it -> {
                                for (var shape :
                                        List.of(
                                                CoercionInputShape.Boolean,
                                                CoercionInputShape.Integer,
                                                CoercionInputShape.Float)) {
                                    it.setCoercion(shape, CoercionAction.Fail);
                                }
                            })
                    .build();

    private KubernetesTypes() {}

    /** Fabric8's types keep unknown fields in a map: not these. */
    private static final class NoCatchAll extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    /** All documents of a stream. */
    public static List<HasMetadata> readAll(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            var objects = new ArrayList<HasMetadata>();
            while (documents.hasNext()) {
                var document = documents.next();
                if (!document.isNull() && !document.isMissingNode()) {
                    objects.add(read(document));
                }
            }
            return objects;
        } catch (IOException e) {
            throw new AssertionError("not YAML: " + e.getMessage(), e);
        }
    }

    private static HasMetadata read(JsonNode document) {
        String type = document.path("apiVersion").asText() + " " + document.path("kind").asText();
        var known = TYPES.get(type);
        if (known == null) {
            throw new AssertionError("no type is known for " + type);
        }
        try {
            return YAML.treeToValue(document, known);
        } catch (JsonProcessingException e) {
            throw new AssertionError(
                    "%s %s: %s"
                            .formatted(
                                    type,
                                    document.at("/metadata/name").asText(),
                                    e.getOriginalMessage()),
                    e);
        }
    }
}

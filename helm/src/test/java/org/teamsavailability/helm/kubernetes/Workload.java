package org.teamsavailability.helm.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that runs pods.
 *
 * @param name of its first container
 * @param object what says so
 * @param labels of its pods
 * @param selector which pods it takes for its own; empty where it does not choose
 * @param claims names of the volumes that come from claim templates
 */
public record Workload(
        String name,
        HasMetadata object,
        Map<String, String> labels,
        Map<String, String> selector,
        List<String> claims,
        PodSpec pod) {

    public Workload {
        labels = Map.copyOf(labels);
        selector = Map.copyOf(selector);
        claims = List.copyOf(claims);
    }

    static Workload of(
            HasMetadata object,
            PodTemplateSpec template,
            Map<String, String> selector,
            List<String> claims) {
        return of(object, template.getMetadata(), template.getSpec(), selector, claims);
    }

    private static Workload of(
            HasMetadata object,
            ObjectMeta metadata,
            PodSpec pod,
            Map<String, String> selector,
            List<String> claims) {
        String name = pod.getContainers().getFirst().getName();
        return new Workload(name, object, metadata.getLabels(), selector, claims, pod);
    }

    /** The object itself, or nothing where it runs no pods. */
    public static Stream<Workload> of(HasMetadata object) {
        return switch (object) {
            case Deployment it ->
                    Stream.of(
                            of(
                                    it,
                                    it.getSpec().getTemplate(),
                                    it.getSpec().getSelector().getMatchLabels(),
                                    List.of()));
            case StatefulSet it ->
                    Stream.of(
                            of(
                                    it,
                                    it.getSpec().getTemplate(),
                                    it.getSpec().getSelector().getMatchLabels(),
                                    it.getSpec().getVolumeClaimTemplates().stream()
                                            .map(claim -> claim.getMetadata().getName())
                                            .toList()));
            case Job it -> Stream.of(of(it, it.getSpec().getTemplate(), Map.of(), List.of()));
            case Pod it -> Stream.of(of(it, it.getMetadata(), it.getSpec(), Map.of(), List.of()));
            default -> Stream.empty();
        };
    }

    public List<Container> containers() {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .toList();
    }

    public Container container() {
        return pod.getContainers().getFirst();
    }

    public List<EnvVar> variables() {
        return containers().stream().flatMap(it -> it.getEnv().stream()).toList();
    }

    /** The variable of this name, its last where it is set twice, as Kubernetes takes it. */
    public EnvVar variable(String name) {
        return variables().stream()
                .filter(it -> it.getName().equals(name))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError(this + " has no variable " + name));
    }

    public boolean isChosenBy(Map<String, String> chosen) {
        return labels.entrySet().containsAll(chosen.entrySet());
    }

    @Override
    public String toString() {
        return object.getKind() + " " + object.getMetadata().getName();
    }
}

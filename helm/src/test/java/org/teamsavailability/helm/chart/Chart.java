package org.teamsavailability.helm.chart;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The chart as Helm sees it, installed under the name {@code ta} into {@code desk-tools}.
 *
 * <p>The library leaves hooks out of what it renders, and asks a cluster while it does, which
 * Helm's own {@code template} does not. So a copy is rendered in which hooks are ordinary objects,
 * whose annotation is put back afterwards, and in which nothing is looked up.
 */
public final class Chart {

    /** From the folder of any module. */
    public static final Path SOURCE = Path.of("..", "helm", "teams-availability");

    public static final String RELEASE = "ta";
    public static final String NAMESPACE = "desk-tools";

    /** The oldest that the chart takes. */
    public static final String KUBERNETES = "1.30.0";

    private static final String HOOK = "helm.sh/hook:";
    private static final String HIDDEN = "helm.sh/not-a-hook:";
    private static final String LOOKUP =
            "lookup \"apps/v1\" \"StatefulSet\" .Release.Namespace $name";

    /** What every installation has to say, before its own values. */
    private static final String ALWAYS = "image: {registry: registry.example.com}";

    private final Path copy;
    private final Path always;

    private Chart(Path copy, Path always) {
        this.copy = copy;
        this.always = always;
    }

    /** A copy in {@code target}, made once in a run. */
    public static Chart copied() {
        return Once.CHART;
    }

    private static final class Once {

        private static final Chart CHART = copy();
    }

    private static Chart copy() {
        var target = Path.of("target/chart");
        try {
            delete(target);
            try (var files = Files.walk(SOURCE)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var to = target.resolve(SOURCE.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.writeString(
                            to,
                            Files.readString(file).replace(HOOK, HIDDEN).replace(LOOKUP, "dict"));
                }
            }
            return new Chart(target, Files.writeString(Path.of("target/always.yaml"), ALWAYS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What Helm has to say of the chart itself. */
    public static LintResult lint() {
        return new Helm(SOURCE).lint().strict().call();
    }

    /**
     * All objects, hooks included.
     *
     * @throws IllegalStateException with Helm's explanation, where it refuses the values
     */
    public String render(List<Path> values) {
        return render(RELEASE, NAMESPACE, KUBERNETES, values);
    }

    /** The same elsewhere. */
    public String render(String release, String namespace, String kubernetes, List<Path> values) {
        var template =
                new Helm(copy)
                        .template()
                        .withName(release)
                        .withNamespace(namespace)
                        .withKubeVersion(kubernetes)
                        .withValuesFile(always);
        for (var file : values) {
            template = template.withValuesFile(file);
        }
        return template.call().replace(HIDDEN, HOOK);
    }

    /**
     * Asks a cluster whether it would take the chart, and changes nothing there.
     *
     * @throws IllegalStateException with Helm's explanation, where it would not
     */
    public static void tryOn(String kubeconfig, Map<String, String> values) {
        var install =
                new Helm(SOURCE)
                        .install()
                        .withName(RELEASE)
                        .withNamespace(NAMESPACE)
                        .withValuesFile(copied().always)
                        .withKubeConfigContents(kubeconfig)
                        .disableOpenApiValidation()
                        .withDryRunOption(DryRun.SERVER);
        for (var value : values.entrySet()) {
            install = install.set(value.getKey(), value.getValue());
        }
        install.call();
    }

    /** What somebody reads who has installed it. */
    public String notes(List<Path> values) {
        var install =
                new Helm(copy)
                        .install()
                        .withName(RELEASE)
                        .withNamespace(NAMESPACE)
                        .withKubeVersion(KUBERNETES)
                        .withValuesFile(always)
                        .clientOnly()
                        .dryRun();
        for (var file : values) {
            install = install.withValuesFile(file);
        }
        String output = install.call().getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }
}

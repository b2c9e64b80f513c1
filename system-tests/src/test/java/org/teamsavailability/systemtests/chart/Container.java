package org.teamsavailability.systemtests.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A container as it would run in a pod. Its mounted Secrets are files below a folder of this
 * machine, and where its variables name a mounted path they name it there.
 *
 * @param arguments of the image's program
 * @param environment all its variables
 */
public record Container(List<String> arguments, Map<String, String> environment) {

    /** Both services unpack libraries there, as every process here does. */
    private static final String TEMPORARY = "/tmp";

    public Container {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    static Container of(JsonNode pod, Secrets secrets, Path root) {
        var container = pod.path("containers").path(0);
        var mounts = new ArrayList<String>();
        for (var mount : container.path("volumeMounts")) {
            var path = mount.path("mountPath").asString();
            if (!path.equals(TEMPORARY)) {
                mounts.add(path);
                fill(root.resolve(path.substring(1)), volume(pod, mount), secrets);
            }
        }
        var environment = new HashMap<String, String>();
        for (var variable : container.path("env")) {
            var text = text(variable, secrets);
            for (var path : mounts) {
                text = text.replace(path, root + path);
            }
            environment.put(variable.path("name").asString(), text);
        }
        var arguments = new ArrayList<String>();
        container.path("args").forEach(it -> arguments.add(it.asString()));
        return new Container(arguments, environment);
    }

    /** The same with other variables in the place of these. */
    public Container with(Map<String, String> further) {
        var all = new HashMap<>(environment);
        all.putAll(further);
        return new Container(arguments, all);
    }

    private static JsonNode volume(JsonNode pod, JsonNode mount) {
        for (var volume : pod.path("volumes")) {
            if (volume.path("name").equals(mount.path("name"))) {
                return volume;
            }
        }
        return MissingNode.getInstance();
    }

    private static void fill(Path folder, JsonNode volume, Secrets secrets) {
        write(folder, volume.path("secret"), "secretName", secrets);
        for (var source : volume.at("/projected/sources")) {
            write(folder, source.path("secret"), "name", secrets);
        }
    }

    private static void write(Path folder, JsonNode secret, String name, Secrets secrets) {
        try {
            for (var item : secret.path("items")) {
                var file = folder.resolve(item.path("path").asString());
                Files.createDirectories(file.getParent());
                Files.writeString(
                        file,
                        secrets.get(secret.path(name).asString(), item.path("key").asString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A Secret cannot be mounted in " + folder, e);
        }
    }

    private static String text(JsonNode variable, Secrets secrets) {
        var source = variable.path("valueFrom");
        var secret = source.path("secretKeyRef");
        if (secret.isObject()) {
            return secrets.get(secret.path("name").asString(), secret.path("key").asString());
        }
        return source.has("fieldRef") ? "pod-0" : variable.path("value").asString();
    }

    /** Leaves the variables out: they hold passwords. */
    @Override
    public String toString() {
        return "Container" + arguments;
    }
}

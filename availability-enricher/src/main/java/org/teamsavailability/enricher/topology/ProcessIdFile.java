package org.teamsavailability.enricher.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The file in which Kafka Streams keeps its process id, which is part of its transactional ids.
 *
 * <p>Kafka Streams makes a new id where the state directory is empty. The producer of a killed
 * process is then fenced by nobody, and its open transaction blocks the readers of its partitions
 * until {@code transaction.timeout.ms} has passed. An id that is made from the instance's name is
 * the same after the directory was lost, so the new producer ends that transaction at once.
 *
 * <p>Source: Kafka 4.2, {@code StateDirectory.initializeProcessId}.
 */
final class ProcessIdFile {

    private static final String NAME = "kafka-streams-process-metadata";

    private ProcessIdFile() {}

    /**
     * Writes the file unless it exists.
     *
     * @param stateDirectory the setting {@code state.dir}
     * @param applicationId the setting {@code application.id}
     * @param instanceId the instance's name, like no other's of the group
     * @throws UncheckedIOException where the directory cannot be written to
     */
    static void writeIfAbsent(Path stateDirectory, String applicationId, String instanceId) {
        Path file = stateDirectory.resolve(applicationId).resolve(NAME);
        UUID id = UUID.nameUUIDFromBytes((applicationId + "/" + instanceId).getBytes(UTF_8));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, "{\"processId\":\"%s\"}".formatted(id), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            // The id of an earlier start, which its transactional ids are made of.
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The state directory %s cannot be written to: correct STATE_DIRECTORY."
                            .formatted(stateDirectory),
                    e);
        }
    }
}

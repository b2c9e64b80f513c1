package org.teamsavailability.enricher.topology;

import java.time.Clock;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import org.teamsavailability.enricher.stage.Dispatches;
import org.teamsavailability.enricher.stage.RequestTraces;
import org.teamsavailability.enricher.stage.StageMetrics;
import org.teamsavailability.enricher.stage.StageSettings;
import org.teamsavailability.enricher.tables.Directory;

/**
 * What the topology is made of.
 *
 * @param topicPrefix in front of every topic's name; may be empty
 * @param dispatches makes the deciding side of a task, from the tables it reads
 * @param requestLag how many requests of a partition wait in Kafka
 * @param ignoredRow called for each table row that cannot be used
 * @param deadLetter called for each record that can be read and not be answered
 */
public record EnricherParts(
        String topicPrefix,
        WireFormats wire,
        StateFormats state,
        Function<Directory, Dispatches> dispatches,
        StageSettings stage,
        Clock clock,
        StageMetrics stageMetrics,
        RequestTraces traces,
        AnswerMetrics answerMetrics,
        IntToLongFunction requestLag,
        Runnable ignoredRow,
        Runnable deadLetter) {}

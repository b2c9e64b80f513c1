package org.teamsavailability.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teamsavailability.schemas.DispatchRequested;
import org.teamsavailability.schemas.Topic;
import org.teamsavailability.schemas.Topics;
import org.teamsavailability.schemas.json.InstantForm;
import org.teamsavailability.schemas.json.RecordReader;
import org.teamsavailability.schemas.json.RecordWriter;
import org.teamsavailability.systemtests.contract.EventsDocument.Example;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventsDocumentTest {

    private static final EventsDocument EVENTS = EventsDocument.read();
    private static final RecordReader READER = new RecordReader(InstantForm.ISO);

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsTheRecordItClaimsToBe(Example example) {
        var asPrinted = asPrinted(example);

        if (example.type() != DispatchRequested.class) {
            assertThat(example.json()).isEqualTo(asPrinted);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyRecordHasAnExampleThatShowsAllItsFields(Class<? extends SpecificRecord> type) {
        assertThat(EVENTS.examples())
                .filteredOn(example -> example.type() == type)
                .anySatisfy(example -> assertThat(example.json()).isEqualTo(asPrinted(example)));
    }

    @ParameterizedTest
    @MethodSource("namedTypes")
    void everyFieldAndEveryValueIsExplained(Schema type) {
        var names =
                type.getType() == Schema.Type.ENUM
                        ? type.getEnumSymbols()
                        : type.getFields().stream().map(Schema.Field::name).toList();

        assertThat(EVENTS.namesInProse())
                .as("What events.md says `about` %s", type.getName())
                .containsAll(names.stream().filter(name -> !name.equals("UNKNOWN")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/Ask.java", "python/ask.py", "node/ask.mjs"})
    void linksEveryProgram(String program) {
        assertThat(EVENTS.text()).contains("](examples/" + program + ")");
        assertThat(EventsDocument.FOLDER.resolve("examples").resolve(program)).isRegularFile();
    }

    /** As {@code ask --json} prints it. */
    private static JsonNode asPrinted(Example example) {
        var written = RecordWriter.write(READER.read(example.type(), example.json()));
        return JsonMapper.shared().readTree(written.toString());
    }

    static List<Example> examples() {
        return EVENTS.examples();
    }

    static Stream<Class<? extends SpecificRecord>> values() {
        return Topics.ALL.stream().map(Topic::value).flatMap(Stream::ofNullable);
    }

    /** Every record and enum that a topic's records are made of. */
    static Stream<Schema> namedTypes() {
        var found = new LinkedHashMap<String, Schema>();
        values().map(type -> SpecificData.get().getSchema(type))
                .forEach(schema -> collect(schema, found));
        return found.values().stream();
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            case ARRAY -> collect(schema.getElementType(), found);
            case ENUM -> found.put(schema.getFullName(), schema);
            case RECORD -> {
                if (found.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            default -> {
                // has no name that this product gave
            }
        }
    }
}

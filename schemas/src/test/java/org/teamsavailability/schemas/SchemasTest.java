package org.teamsavailability.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    private static final int SHORTEST_DOCUMENTATION = 15;

    @Test
    void everyFileIsNamedAfterItsRecord() {
        assertThat(SchemaFiles.all())
                .allSatisfy(file ->
                        assertThat(SchemaFiles.inFile(file).getFullName())
                                .isEqualTo(
                                        "org.teamsavailability.schemas."
                                                + file.getFileName()
                                                        .toString()
                                                        .replace(".avsc", "")));
    }

    @Test
    void everyTopicsRecordHasAFile() {
        assertThat(Topics.ALL)
                .filteredOn(topic -> topic.value() != null)
                .extracting(topic -> String.valueOf(topic.value()))
                .allSatisfy(type ->
                        assertThat(SchemaFiles.all())
                                .extracting(file -> file.getFileName().toString())
                                .contains(type.substring(type.lastIndexOf('.') + 1) + ".avsc"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsDocumentedAndInOurNamespace(Schema type) {
        assertThat(type.getNamespace()).isEqualTo("org.teamsavailability.schemas");
        assertThat(type.getDoc()).hasSizeGreaterThan(SHORTEST_DOCUMENTATION);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldIsDocumented(Schema.Field field) {
        assertThat(field.doc()).hasSizeGreaterThan(SHORTEST_DOCUMENTATION).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyEnumStartsWithUnknownAsItsDefault(Schema type) {
        assertThat(type.getEnumSymbols()).first().isEqualTo("UNKNOWN");
        assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyValueOfAnEnumIsExplained(Schema type) {
        assertThat(type.getDoc()).contains(type.getEnumSymbols());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyOptionalFieldIsAUnionWithNullAsItsDefault(Schema.Field field) {
        if (field.schema().isUnion()) {
            assertThat(field.schema().getTypes()).hasSize(2);
            assertThat(field.schema().getTypes().getFirst().getType()).isEqualTo(Schema.Type.NULL);
            assertThat(field.defaultVal()).isEqualTo(Schema.NULL_VALUE);
        } else {
            assertThat(field.schema().getType()).isNotEqualTo(Schema.Type.NULL);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyMomentIsInMilliseconds(Schema.Field field) {
        var value = SchemaFiles.withoutNull(field.schema());
        if (value.getLogicalType() != null) {
            assertThat(value.getLogicalType().getName()).isEqualTo("timestamp-millis");
        }
        if (field.name().endsWith("At") || field.name().equals("respondBy")) {
            assertThat(value.getLogicalType()).isNotNull();
        }
    }

    static Stream<Schema> types() {
        return SchemaFiles.types().stream();
    }

    static Stream<Schema> enums() {
        return SchemaFiles.enums();
    }

    static Stream<Schema.Field> fields() {
        return SchemaFiles.records().flatMap(record -> record.getFields().stream());
    }
}

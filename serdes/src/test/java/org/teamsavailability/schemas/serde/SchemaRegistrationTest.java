package org.teamsavailability.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.teamsavailability.testsupport.Patience.PATIENCE;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.teamsavailability.schemas.Topics;
import tools.jackson.databind.JsonNode;

@Tag("slow")
@ExtendWith(Registry.Extension.class)
class SchemaRegistrationTest {

    private ConfluentClient client;
    private SerdeSettings settings;

    @BeforeEach
    void connect(Registry registry) {
        client = new ConfluentClient(registry);
        settings = SerdeSettings.apicurio(registry.url());
    }

    @Test
    void registersOneSubjectForEachTopicWithAValueAndNoneForNestedTypes() throws Exception {
        new SchemaRegistration(settings, "once.", PATIENCE).register(Topics.ALL);

        assertThat(subjects("once."))
                .containsExactlyInAnyOrder(
                        "once.dispatch-requested-value",
                        "once.candidate-availability-value",
                        "once.fallback-reason-value",
                        "once.technician-mapping-value",
                        "once.psa-technician-value",
                        "once.service-desk-connection-value");
        assertThat(subjects("org.teamsavailability")).isEmpty();
    }

    @Test
    void addsNothingTheSecondTime() throws Exception {
        var registration = new SchemaRegistration(settings, "twice.", PATIENCE);

        registration.register(Topics.ALL);
        registration.register(Topics.ALL);

        assertThat(client.versions("twice.dispatch-requested-value")).isEqualTo(1);
    }

    @Test
    void requiresThatEveryVersionUnderstandsEveryOther() throws Exception {
        new SchemaRegistration(settings, "full.", PATIENCE)
                .register(List.of(Topics.FALLBACK_REASON));

        var subject = "full.fallback-reason-value";
        assertThat(client.get("/config/" + subject).get("compatibilityLevel").asString())
                .isEqualTo("FULL_TRANSITIVE");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> client.register(subject, "{\"type\":\"string\"}"))
                .withMessageContaining("409");
    }

    @Test
    void saysWhichSchemaTheRegistryRefuses() throws Exception {
        client.register(
                "refused.fallback-reason-value",
                "{\"type\":\"record\",\"name\":\"FallbackReason\",\"fields\":[]}");
        var registration = new SchemaRegistration(settings, "refused.", PATIENCE);
        client.require("refused.fallback-reason-value", "FULL_TRANSITIVE");

        assertThatIllegalStateException()
                .isThrownBy(() -> registration.register(List.of(Topics.FALLBACK_REASON)))
                .withMessageContaining("refused.fallback-reason-value")
                .withMessageContaining("FallbackReason.avsc");
    }

    @Test
    void verifiesThatEverySchemaIsThere() {
        var registration = new SchemaRegistration(settings, "verified.", PATIENCE);
        registration.register(Topics.ALL);

        assertThatCode(() -> registration.verify(Topics.ALL)).doesNotThrowAnyException();
    }

    @Test
    void namesEverySubjectThatLacksItsSchema() throws Exception {
        var registration = new SchemaRegistration(settings, "missing.", PATIENCE);
        registration.register(List.of(Topics.DISPATCH_REQUESTED));
        client.register(
                "missing.technician-mapping-value",
                "{\"type\":\"record\",\"name\":\"TechnicianMapping\",\"fields\":[]}");

        assertThatExceptionOfType(SchemaMissingException.class)
                .isThrownBy(() ->
                        registration.verify(
                                List.of(
                                        Topics.DISPATCH_REQUESTED,
                                        Topics.TECHNICIAN_MAPPING,
                                        Topics.FALLBACK_REASON)))
                .withMessageContaining(
                        "missing.technician-mapping-value, missing.fallback-reason-value:")
                .withMessageContaining("create the topics");
    }

    @Test
    void tellsARegistryThatIsAwayFromAMissingSchema(Registry registry) throws IOException {
        try (var line = new Line(registry)) {
            var registration =
                    new SchemaRegistration(SerdeSettings.apicurio(line.url()), "away.", PATIENCE);
            for (var status : List.of(503, 404)) {
                line.answerWith(status);
                assertThatExceptionOfType(RegistryUnreachableException.class)
                        .isThrownBy(() -> registration.verify(Topics.ALL))
                        .withMessageContaining(Integer.toString(status));
            }

            line.cut();
            assertThatExceptionOfType(RegistryUnreachableException.class)
                    .isThrownBy(() -> registration.verify(Topics.ALL))
                    .withMessageContaining(line.url())
                    .withCauseInstanceOf(IOException.class);
        }
    }

    private List<String> subjects(String prefix) throws Exception {
        return StreamSupport.stream(client.get("/subjects").spliterator(), false)
                .map(JsonNode::asString)
                .filter(subject -> subject.startsWith(prefix))
                .toList();
    }
}

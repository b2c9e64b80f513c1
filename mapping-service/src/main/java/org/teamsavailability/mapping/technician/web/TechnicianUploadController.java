package org.teamsavailability.mapping.technician.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.technician.GivenTechnician;
import org.teamsavailability.mapping.technician.RowErrors;
import org.teamsavailability.mapping.technician.Sent;
import org.teamsavailability.mapping.technician.TechnicianBatch;
import org.teamsavailability.mapping.technician.Technicians;
import org.teamsavailability.mapping.technician.Upserted;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Technicians in bulk: all of a request are taken, or none. */
@RestController
@Tag(name = "Technicians")
@RequestMapping("/public-api/technicians")
class TechnicianUploadController {

    private final Technicians technicians;

    TechnicianUploadController(Technicians technicians) {
        this.technicians = technicians;
    }

    /**
     * A technician as the PSA knows them.
     *
     * @param email stays as it is where it is left out; null or empty clears it
     * @param active stays as it is where it is left out, and is true of a new technician; null is
     *     true
     */
    @Schema(
            name = "TechnicianRow",
            requiredProperties = {"technicianId", "displayName"})
    record Row(
            @Nullable String technicianId,
            @Nullable String displayName,
            @Schema(implementation = String.class)
                    @JsonDeserialize(using = SentDeserializer.OfText.class)
                    @Nullable Sent<String> email,
            @Schema(implementation = Boolean.class)
                    @JsonDeserialize(using = SentDeserializer.OfFlag.class)
                    @Nullable Sent<Boolean> active) {

        /** Leaves the person out. */
        @Override
        public String toString() {
            return "Row[" + technicianId + "]";
        }
    }

    /** 1 to 5,000 technicians. */
    @Schema(name = "TechnicianUpload")
    record Upload(@NotNull List<@Nullable Row> technicians) {}

    /** How many were new, differed, and were as given before. */
    @Schema(name = "TechniciansTaken")
    record Taken(int created, int updated, int unchanged) {

        static Taken of(Upserted upserted) {
            return new Taken(upserted.created(), upserted.updated(), upserted.unchanged());
        }
    }

    @Operation(
            operationId = "putTechnicians",
            summary = "Upload technicians",
            description =
                    "Creates and updates 1 to 5,000 technicians, all or none; those that are not"
                            + " named stay. An email or active that is left out stays as it is,"
                            + " null clears it.")
    @PutMapping
    Taken put(@AuthenticationPrincipal Caller caller, @RequestBody @Valid Upload upload) {
        var rows = upload.technicians();
        return take(
                caller,
                TechnicianBatch.of(
                        IntStream.range(0, rows.size())
                                .mapToObj(index -> given(index + 1, rows.get(index)))
                                .toList(),
                        RowErrors.ofArray("/technicians")));
    }

    /** A file with the header {@code technicianId,displayName,email,active}. */
    @Operation(
            operationId = "importTechnicians",
            summary = "Import technicians from CSV",
            description =
                    "The same from a file in UTF-8 with the header"
                            + " technicianId,displayName,email,active; of 1 to 5,000 technicians."
                            + " It is separated by comma, semicolon or tab, as the header is. A"
                            + " column that is left out stays as it is, an empty cell clears it.")
    @PostMapping(path = "/import", consumes = "text/csv")
    Taken upload(@AuthenticationPrincipal Caller caller, @RequestBody byte[] file) {
        return take(caller, TechnicianCsv.read(file));
    }

    private Taken take(Caller caller, TechnicianBatch batch) {
        return Taken.of(technicians.upsert(caller.serviceDeskId(), batch, caller.actor()));
    }

    private static GivenTechnician given(int row, @Nullable Row given) {
        return given == null
                ? new GivenTechnician(row, null, null, null, null)
                : new GivenTechnician(
                        row,
                        given.technicianId(),
                        given.displayName(),
                        given.email(),
                        given.active());
    }
}

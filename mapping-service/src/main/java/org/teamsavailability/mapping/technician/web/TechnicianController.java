package org.teamsavailability.mapping.technician.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.technician.MappedTechnicians;
import org.teamsavailability.mapping.technician.TechnicianFilter;
import org.teamsavailability.mapping.technician.TechnicianText;
import org.teamsavailability.mapping.technician.Technicians;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Page;
import org.teamsavailability.mapping.web.Problem;

/** The technicians of the caller's desk, to be seen and erased. */
@RestController
@Tag(name = "Technicians")
@RequestMapping("/public-api/technicians")
class TechnicianController {

    private final Technicians technicians;
    private final MappedTechnicians mapped;

    TechnicianController(Technicians technicians, MappedTechnicians mapped) {
        this.technicians = technicians;
        this.mapped = mapped;
    }

    /** By id; {@code q} is what id, name or email begins with, without regard to case. */
    @Operation(
            operationId = "listTechnicians",
            summary = "List technicians",
            description = "The technicians of the desk by id, with their mappings.")
    @GetMapping
    Page<TechnicianAnswer> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(name = "mapped", required = false) @Nullable Boolean isMapped,
            @RequestParam(name = "active", required = false) @Nullable Boolean isActive,
            @RequestParam(name = "ignored", required = false) @Nullable Boolean isIgnored,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var asked = Page.Asked.of("technicians", caller.serviceDeskId(), cursor, limit);
        var filter = new TechnicianFilter(isMapped, isActive, isIgnored, text("q", q));
        var after = asked.after();
        if (after != null && TechnicianText.wrongInSearch(after) != null) {
            throw Page.invalidCursor();
        }
        List<TechnicianAnswer> found =
                mapped.some(caller.serviceDeskId(), filter, after, limit + 1).stream()
                        .map(TechnicianAnswer::of)
                        .toList();
        return asked.page(found, TechnicianAnswer::technicianId);
    }

    @Operation(
            operationId = "getTechnician",
            summary = "Read a technician",
            description = "With the mapping; the ETag is for If-Match.")
    @GetMapping("/{technicianId}")
    ResponseEntity<TechnicianAnswer> get(
            @AuthenticationPrincipal Caller caller, @PathVariable String technicianId) {
        return TechnicianAnswer.tagged(
                mapped.get(caller.serviceDeskId(), TechnicianPath.id(technicianId)));
    }

    /** Erases a technician: every row goes, and the audit keeps a keyed hash of the id. */
    @Operation(
            operationId = "eraseTechnician",
            summary = "Erase a technician",
            description =
                    "Every row of the technician goes, and the audit keeps a keyed hash of the id.")
    @DeleteMapping("/{technicianId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@AuthenticationPrincipal Caller caller, @PathVariable String technicianId) {
        if (!technicians.erase(
                caller.serviceDeskId(), TechnicianPath.id(technicianId), caller.actor())) {
            throw Problem.notFound("technician", technicianId);
        }
    }

    /** Empty is not given. */
    private static @Nullable String text(String parameter, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        var wrong = TechnicianText.wrongInSearch(value);
        if (wrong != null) {
            throw Problem.invalid(FieldError.ofParameter(parameter, wrong));
        }
        return value;
    }
}

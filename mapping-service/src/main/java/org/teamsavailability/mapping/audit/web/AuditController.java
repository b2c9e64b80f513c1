package org.teamsavailability.mapping.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.audit.Audit;
import org.teamsavailability.mapping.audit.AuditEntry;
import org.teamsavailability.mapping.desk.DeskTransactions;
import org.teamsavailability.mapping.technician.TechnicianText;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Page;
import org.teamsavailability.mapping.web.Problem;

/** Who changed what on the caller's desk. */
@RestController
@Tag(name = "Audit")
@RequestMapping("/public-api/audit")
class AuditController {

    private final DeskTransactions transactions;
    private final Audit audit;

    AuditController(DeskTransactions transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /** A change. */
    @Schema(name = "AuditEntry")
    record Entry(
            String id,
            Instant at,
            String actor,
            String action,
            @Nullable String technicianId,
            Map<String, Object> details) {

        static Entry of(AuditEntry entry) {
            return new Entry(
                    Long.toString(entry.id()),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.technicianId(),
                    entry.details());
        }
    }

    /** Newest first. */
    @Operation(
            operationId = "listAudit",
            summary = "List changes",
            description = "Who changed what on the desk, newest first.")
    @GetMapping
    Page<Entry> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String technicianId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var asked = Page.Asked.of("audit", caller.serviceDeskId(), cursor, limit);
        var before = id(asked.after());
        var whom = checked(technicianId);
        var entries =
                transactions.in(
                        caller.serviceDeskId(), it -> audit.newest(it, before, whom, limit + 1));
        return asked.page(entries.stream().map(Entry::of).toList(), Entry::id);
    }

    private static @Nullable Long id(@Nullable String after) {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException _) {
            throw Page.invalidCursor();
        }
    }

    private static @Nullable String checked(@Nullable String technicianId) {
        var id = TechnicianText.trimmed(technicianId);
        var wrong = id == null ? null : TechnicianText.wrongInId(id);
        if (wrong != null) {
            throw Problem.invalid(FieldError.ofParameter("technicianId", wrong));
        }
        return id;
    }
}

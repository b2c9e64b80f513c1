package org.teamsavailability.mapping.technician.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.teamsavailability.graph.directory.Account;
import org.teamsavailability.mapping.access.Caller;
import org.teamsavailability.mapping.technician.AccountSearch;
import org.teamsavailability.mapping.technician.TechnicianText;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.Problem;

/** The directory of the caller's tenant, to be searched for the account of a technician. */
@RestController
@Tag(name = "Technicians")
class DirectoryController {

    private static final int LONGEST = 100;

    private final AccountSearch accounts;

    DirectoryController(AccountSearch accounts) {
        this.accounts = accounts;
    }

    /** Accounts that were found. */
    @Schema(name = "FoundAccounts")
    record Found(List<Item> items) {}

    /** An account. */
    @Schema(name = "FoundAccount")
    record Item(
            UUID microsoftUserId,
            String userPrincipalName,
            @Nullable String displayName,
            @Nullable Boolean enabled,
            boolean guest) {

        static Item of(Account account) {
            return new Item(
                    account.id(),
                    String.valueOf(account.userPrincipalName()),
                    account.displayName(),
                    account.enabled(),
                    account.guest());
        }

        /** Leaves the person out. */
        @Override
        public String toString() {
            return "Item[" + microsoftUserId + "]";
        }
    }

    @Operation(
            operationId = "searchDirectory",
            summary = "Search the directory for accounts",
            description =
                    "At most 20 user accounts of the connected tenant: each word of search begins a"
                            + " word of their name, or their sign-in name begins with search. A"
                            + " change in the directory may take minutes to show.")
    @ApiResponse(
            responseCode = "200",
            description = "The accounts, by sign-in name",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "No tenant is connected, or a consent or permission is missing")
    @ApiResponse(
            responseCode = "502",
            description = "Microsoft refused, or its answer cannot be used")
    @ApiResponse(
            responseCode = "503",
            description = "Microsoft cannot be reached, or throttles: see Retry-After")
    @GetMapping("/public-api/teams-availability/directory/users")
    Found find(@AuthenticationPrincipal Caller caller, @RequestParam String search)
            throws InterruptedException {
        var text = checked(search);
        return new Found(
                accounts.find(caller.serviceDeskId(), text).stream().map(Item::of).toList());
    }

    private static String checked(String search) {
        var text = search.strip();
        int length = text.codePointCount(0, text.length());
        var wrong =
                length < 1 || length > LONGEST
                        ? "has %d characters, use 1 to %d".formatted(length, LONGEST)
                        : TechnicianText.wrongInSearch(text);
        if (wrong != null) {
            throw Problem.invalid(FieldError.ofParameter("search", wrong));
        }
        return text;
    }
}

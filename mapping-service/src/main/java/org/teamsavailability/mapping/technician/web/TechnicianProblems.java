package org.teamsavailability.mapping.technician.web;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.teamsavailability.mapping.technician.TechnicianRefusal;
import org.teamsavailability.mapping.web.FieldError;
import org.teamsavailability.mapping.web.GraphProblems;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.ProblemsOf;

/** The problems of technicians and of mapping them by hand. */
@Configuration(proxyBeanMethods = false)
class TechnicianProblems {

    @Bean
    ProblemsOf<TechnicianRefusal> ofTechnicians() {
        return new ProblemsOf<>(TechnicianRefusal.class, TechnicianProblems::of);
    }

    static Problem of(TechnicianRefusal refusal) {
        return switch (refusal) {
            case TechnicianRefusal.NotFound it -> Problem.notFound("technician", it.technicianId());
            case TechnicianRefusal.InvalidRows it ->
                    Problem.invalid("Nothing was changed: see errors for the rows.")
                            .with("errors", it.errors());
            case TechnicianRefusal.WrongNumber it ->
                    Problem.invalid(
                            String.format(
                                    Locale.ROOT,
                                    "There are %,d technicians, send 1 to %,d at once.",
                                    it.given(),
                                    it.largest()));
            case TechnicianRefusal.NotAsExpected it ->
                    new Problem(
                            HttpStatus.PRECONDITION_FAILED,
                            "precondition-failed",
                            "The technician was changed meanwhile",
                            "The technician \"%s\" has another ETag than If-Match names: read it again, then repeat the change."
                                    .formatted(it.technicianId()));
            case TechnicianRefusal.ChangedMeanwhile _ ->
                    Problem.conflict(
                            "changed-meanwhile",
                            "Somebody else changed it meanwhile",
                            "The mapping or the connection was changed while this request ran: read"
                                    + " it again, then repeat the change.");
            case TechnicianRefusal.ChangedSince it ->
                    Problem.conflict(
                                    "changed-since-run",
                                    "Something has changed since the run",
                                    "The technician \"%s\" was mapped by hand, ignored or made inactive, or the account went to somebody else. Nothing was changed: run auto-map again, which computes the suggestions again."
                                            .formatted(it.technicianId()))
                            .with("technicianId", it.technicianId());
            case TechnicianRefusal.AccountTaken it ->
                    Problem.conflict(
                                    "account-taken",
                                    "The account is mapped to somebody else",
                                    "The account %s is mapped to the technician \"%s\" by hand: remove that mapping first."
                                            .formatted(it.microsoftUserId(), it.technicianId()))
                            .with("technicianId", it.technicianId());
            case TechnicianRefusal.NotConnected _ ->
                    Problem.conflict(
                            "not-connected",
                            "No Microsoft tenant is connected",
                            "This service desk is not connected to a Microsoft tenant: let one of"
                                    + " its administrators open the page that GET"
                                    + " /public-api/teams-availability/consent-url gives.");
            case TechnicianRefusal.ConsentMissing _ -> GraphProblems.consentMissing();
            case TechnicianRefusal.SignInNameTooLong it ->
                    Problem.invalid(
                            FieldError.at(
                                    "/userPrincipalName",
                                    String.format(
                                            Locale.ROOT,
                                            "has %,d characters, but at most %,d are allowed",
                                            it.length(),
                                            it.longest())));
            case TechnicianRefusal.OtherSignInName it ->
                    Problem.invalid(
                            "The account %s has another sign-in name than %s: give the id and the sign-in name of one account."
                                    .formatted(it.microsoftUserId(), it.userPrincipalName()));
            case TechnicianRefusal.UnknownAccount it ->
                    Problem.invalid(
                            "The connected Microsoft tenant has no account %s: take the object id of a user of this tenant from the Microsoft Entra admin center."
                                    .formatted(it.microsoftUserId()));
        };
    }
}

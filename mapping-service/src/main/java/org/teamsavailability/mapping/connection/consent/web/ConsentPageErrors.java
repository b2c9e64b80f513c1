package org.teamsavailability.mapping.connection.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import org.teamsavailability.mapping.connection.consent.ConsentError;
import org.teamsavailability.mapping.connection.consent.ConsentFailedException;
import org.teamsavailability.mapping.connection.consent.FlowAddresses;
import org.teamsavailability.mapping.connection.consent.FlowProgress;
import org.teamsavailability.mapping.connection.consent.Retry;
import org.teamsavailability.mapping.refusal.RefusedException;
import org.teamsavailability.mapping.web.DatabaseAway;
import org.teamsavailability.mapping.web.Problem;
import org.teamsavailability.mapping.web.RefusalProblems;

/**
 * Every error of a page is a page with a next step: the step of Microsoft's once more, else the
 * flow that is open in this browser, else the set-up.
 */
@ControllerAdvice(assignableTypes = {ConsentRedirects.class, ConnectPages.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsentPageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentPageErrors.class);
    private static final String RETRY_AFTER_SECONDS = "60";

    private final FlowProgress progress;
    private final FlowAddresses addresses;
    private final RefusalProblems refusals;

    ConsentPageErrors(FlowProgress progress, FlowAddresses addresses, RefusalProblems refusals) {
        this.refusals = refusals;
        this.progress = progress;
        this.addresses = addresses;
    }

    @ExceptionHandler
    ModelAndView refused(
            ConsentFailedException refused,
            HttpServletRequest request,
            HttpServletResponse response) {
        var retry = refused.retry();
        if (retry == null) {
            return page(refused.refusal(), refused.note(), ownNextStep(request), response);
        }
        if (retry.state() != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, FlowCookie.of(retry.state()));
        }
        return page(refused.refusal(), refused.note(), microsofts(retry), response);
    }

    /** Tomcat reads parameters only when they are asked for. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ModelAndView unreadable(HttpServletResponse response) {
        return page(ConsentError.UNREADABLE, "", setup(), response);
    }

    /** A form that is too large, or comes too slowly. */
    @ExceptionHandler
    ModelAndView refused(Problem problem) {
        var body = problem.body();
        return page(
                String.valueOf(body.getTitle()),
                String.valueOf(body.getDetail()),
                "",
                setup(),
                problem.status());
    }

    /** The service desk is busy. */
    @ExceptionHandler
    ModelAndView refused(RefusedException refused) {
        return refused(refusals.of(refused));
    }

    /** No page where the browser has left. */
    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletResponse response) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("A browser has left before its page", failure);
            return new ModelAndView();
        }
        var problem = DatabaseAway.problem(failure);
        if (problem != null) {
            DatabaseAway.log(LOG, "A page of the consent flow failed", problem);
            return page(ConsentError.UNAVAILABLE, "", setup(), response);
        }
        LOG.error("A page of the consent flow failed", failure);
        return page(ConsentError.FAILED, "", setup(), response);
    }

    private ModelAndView page(
            ConsentError refusal, String note, NextStep next, HttpServletResponse response) {
        var text = ConsentPageText.of(refusal);
        if (text.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return page(text.title(), text.wayOut(), note, next, HttpStatus.valueOf(text.status()));
    }

    private static ModelAndView page(
            String heading, String wayOut, String note, NextStep next, HttpStatus status) {
        return new ModelAndView(
                "connection/refused",
                Map.of("heading", heading, "wayOut", wayOut, "note", note, "next", next),
                status);
    }

    /** A link at the end of a page. */
    record NextStep(String label, String address) {}

    private NextStep ownNextStep(HttpServletRequest request) {
        return isOpen(request) ? new NextStep("Continue", ConnectPages.CONNECT) : setup();
    }

    private boolean isOpen(HttpServletRequest request) {
        try {
            return progress.of(FlowCookie.in(request)) != null;
        } catch (RuntimeException e) {
            LOG.debug("Whether a consent flow is open could not be found out", e);
            return false;
        }
    }

    private static NextStep microsofts(Retry retry) {
        return new NextStep(retry.label(), retry.url().toString());
    }

    private NextStep setup() {
        return new NextStep("Continue setup", addresses.continueSetup().toString());
    }
}

package org.teamsavailability.mapping.connection.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.teamsavailability.mapping.connection.FlowRefusal;
import org.teamsavailability.mapping.connection.FlowRefusedException;

/** Every error of a page is a page. */
@ControllerAdvice(assignableTypes = ConsentPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsentPageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentPageErrors.class);

    @ExceptionHandler
    ModelAndView refused(FlowRefusedException refused) {
        return ConsentPages.refused(refused.refusal(), refused.note());
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure) {
        LOG.error("A page of the consent flow failed", failure);
        return ConsentPages.refused(FlowRefusal.FAILED, "");
    }
}

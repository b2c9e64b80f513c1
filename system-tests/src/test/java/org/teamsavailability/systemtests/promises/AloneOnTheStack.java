package org.teamsavailability.systemtests.promises;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * As {@link OnTheStack}, while no other test uses the stack: for tests that stop servers, change
 * what holds for everybody or look at what everybody changes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(3)
@Tag("slow")
@ResourceLock(SharedStack.LOCK)
@ExtendWith(SharedStack.class)
@interface AloneOnTheStack {}

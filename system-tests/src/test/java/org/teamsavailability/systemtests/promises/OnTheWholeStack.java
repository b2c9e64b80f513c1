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
 * Gives the tests of a class the one stack with a mapping-service that all of them share, one after
 * the other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(2)
@Tag("slow")
@ResourceLock(SharedStack.WHOLE)
@ExtendWith(SharedWholeStack.class)
@interface OnTheWholeStack {}

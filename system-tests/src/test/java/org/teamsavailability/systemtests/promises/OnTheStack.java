package org.teamsavailability.systemtests.promises;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives the tests of a class the one stack that all of them share. They run next to other tests, so
 * they break nothing but what belongs to their own desks, and look at no number that others change.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("slow")
@ResourceLock(value = SharedStack.LOCK, mode = ResourceAccessMode.READ)
@ExtendWith(SharedStack.class)
@interface OnTheStack {}

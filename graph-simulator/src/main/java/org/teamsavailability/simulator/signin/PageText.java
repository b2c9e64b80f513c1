package org.teamsavailability.simulator.signin;

/**
 * What a page says.
 *
 * @param title its heading
 * @param question what it asks
 * @param accept the label of the button that accepts
 */
record PageText(String title, String question, String accept) {}

/**
 * The decision: from what a workflow asks and what Teams says to an {@link
 * org.teamsavailability.rules.Answer}, as pure functions. {@link
 * org.teamsavailability.rules.Decision} is the entry point.
 *
 * <ul>
 *   <li><b>The question</b>: {@code DispatchQuestion}, {@code Candidate}, {@code Slot}, {@code
 *       DispatchMode}, {@code DeskConnection}; what is wrong with it: {@code RequestValidation},
 *       {@code RequestTimes}, {@code Problem}
 *   <li><b>The plan</b>, what to ask of Teams: {@code Plan}, {@code RequestedSignals}, {@code
 *       RotaUse}, {@code Slots}, {@code Span}
 *   <li><b>The evidence</b>, what came: {@code TeamsEvidence}, {@code PresenceEvidence}, {@code
 *       RotaEvidence}, {@code Shift}, {@code TimeOff}, {@code ReadFailure}, {@code ReadResults}
 *   <li><b>Presence</b>, with the rule for out of office: {@code PresenceRule}, {@code
 *       PresenceVerdict}
 *   <li><b>Rota</b>: {@code RotaRule}, {@code RotaPicture}, {@code RotaVerdict}, {@code Preference}
 *   <li><b>The verdict</b> on each candidate: {@code Verdicts}, {@code Verdict}, {@code
 *       NextExpected}
 *   <li><b>Reasons</b> for a fallback: {@code Reason}, {@code FallbackCause}, {@code Fallbacks},
 *       {@code Fallback}, {@code Signal}, {@code AvailabilitySource}
 *   <li><b>Texts</b>: {@code Explanations}, {@code Messages}, {@code Remedies}, {@code RunOutput},
 *       {@code VerdictCounts}; {@code MessageArguments} and {@code rules.text}
 *   <li><b>Custom instructions</b>: {@code rules.instruction}
 * </ul>
 */
@NullMarked
package org.teamsavailability.rules;

import org.jspecify.annotations.NullMarked;

/** Reads absence feeds: calendars (RFC 5545) whose events are days on which somebody is away. */
@NullMarked
package org.oncall.rota.intake.ical;

import org.jspecify.annotations.NullMarked;

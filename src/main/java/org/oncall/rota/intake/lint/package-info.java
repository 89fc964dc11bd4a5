/** Schedules of other tools become a request to audit them. */
@NullMarked
package org.oncall.rota.intake.lint;

import org.jspecify.annotations.NullMarked;

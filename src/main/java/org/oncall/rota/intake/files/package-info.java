/** Files that people have of a team, tables of members and calendars of leave, become parts of a request. */
@NullMarked
package org.oncall.rota.intake.files;

import org.jspecify.annotations.NullMarked;

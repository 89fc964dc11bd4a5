/** What schedules of other tools have in common: items with their lines, layers that take turns, and the shifts these become. */
@NullMarked
package org.oncall.rota.intake.live;

import org.jspecify.annotations.NullMarked;

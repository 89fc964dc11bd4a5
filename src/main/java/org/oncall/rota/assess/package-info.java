/** What can be said of a team before anybody is put on call: loads, weeks, and gaps that no rota can avoid. Only counts. */
@NullMarked
package org.oncall.rota.assess;

import org.jspecify.annotations.NullMarked;

/** A request becomes an accepted problem, or every issue with it at once. */
@NullMarked
package org.oncall.rota.intake;

import org.jspecify.annotations.NullMarked;

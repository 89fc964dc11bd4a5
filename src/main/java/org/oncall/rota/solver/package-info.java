/** The planning model: entities, constraints made from the rule book, neighbourhoods, and the set-up of the search. */
@NullMarked
package org.oncall.rota.solver;

import org.jspecify.annotations.NullMarked;

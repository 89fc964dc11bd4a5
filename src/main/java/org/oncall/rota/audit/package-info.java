/** Looks at any rota, however made: findings, costs, fairness, differences. Never needs the solver. */
@NullMarked
package org.oncall.rota.audit;

import org.jspecify.annotations.NullMarked;

/**
 * The rule book: one class a rule, each read by the solver and by the audit alike. A rule walks a view (one member's
 * timeline, one tier's line, one rotation's board) and reports each breach with its size to a sink. Uses domain only.
 */
@NullMarked
package org.oncall.rota.rules;

import org.jspecify.annotations.NullMarked;

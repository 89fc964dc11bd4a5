/**
 * SQL: teams, their rotas in revisions, what was published, what was changed by whom, and solves under way. Requests and
 * answers are kept as JSON text, with the columns that are searched. Knows no rule, and decides nothing.
 */
@NullMarked
package org.oncall.rota.store;

import org.jspecify.annotations.NullMarked;

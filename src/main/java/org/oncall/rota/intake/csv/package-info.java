/** Reads rotas from CSV, as {@code export.csv} writes them and as people write them in spreadsheets. */
@NullMarked
package org.oncall.rota.intake.csv;

import org.jspecify.annotations.NullMarked;

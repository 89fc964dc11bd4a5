/** A rota as CSV, for spreadsheets. */
@NullMarked
package org.oncall.rota.export.csv;

import org.jspecify.annotations.NullMarked;

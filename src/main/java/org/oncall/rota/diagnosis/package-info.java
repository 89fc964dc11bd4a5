/** Why a rota has gaps, and the cheapest ways out: what the proof finds, held against the audit. */
@NullMarked
package org.oncall.rota.diagnosis;

import org.jspecify.annotations.NullMarked;

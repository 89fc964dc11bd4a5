/** Immutable values of the rota: people, rotations, on-call days, slots, shifts and findings. Uses nothing else. */
@NullMarked
package org.oncall.rota.domain;

import org.jspecify.annotations.NullMarked;

/** Solves in the background: takes them in, runs so many at once, tells how they go, stops them, keeps what they found for a while. */
@NullMarked
package org.oncall.rota.jobs;

import org.jspecify.annotations.NullMarked;

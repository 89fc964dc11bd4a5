package org.oncall.rota.proof;

import org.oncall.rota.domain.PublishedShifts;
import org.oncall.rota.domain.Rota;

/**
 * The legal rota that is nearest to the published one.
 *
 * @param gaps empty slots; 0 where a complete rota exists
 * @param moves moved slots, and the fewest shifts they can lie in
 * @param proven no legal rota has fewer gaps, or as many and fewer moved slots; false: the time was too short to be sure
 */
public record Nearest(Rota rota, int gaps, PublishedShifts.Moves moves, boolean proven) {}

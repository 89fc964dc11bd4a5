package org.oncall.rota.export.exchange;

import org.oncall.rota.domain.Interval;

/**
 * Hours running in which one user of another tool is on call.
 *
 * @param id stable name, see {@link org.oncall.rota.audit.Duty#id()}; for a fallback, one of the stretch it fills
 * @param user the other tool's id of the user
 */
public record Turn(String id, String user, Interval span) {}

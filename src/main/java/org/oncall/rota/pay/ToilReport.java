package org.oncall.rota.pay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;

/** Who may claim which time off, and who is owed rest: everybody with an alert in the log, in the team's order. */
public record ToilReport(List<MemberToil> members) {
    public ToilReport {
        members = List.copyOf(members);
    }

    /**
     * One member.
     *
     * @param days time off, the sum of the claims
     * @param time the same by the policy's day
     * @param restOwed the sum of what the rests lack
     */
    public record MemberToil(
            MemberId member,
            String name,
            BigDecimal days,
            Duration time,
            Duration restOwed,
            List<Claim> claims,
            List<Rest> rests) {
        public MemberToil {
            claims = List.copyOf(claims);
            rests = List.copyOf(rests);
        }
    }

    /**
     * Alerts that are claimed once.
     *
     * @param first when its first alert came
     * @param labels what its alerts were, those that are named
     * @param alerts how many there were
     * @param woken whether any of them woke the member
     * @param onCall whether the plan had the member on call at its first alert
     * @param worked time worked on them, no minute counted twice
     * @param days time off; 0 within office hours
     * @param time the same by the policy's day
     * @param lateStart whether the member, having been woken, need not start work at the usual time
     * @param relief whether they may then ask for somebody else to take the next night, as the plan has them on call in it
     */
    public record Claim(
            Instant first,
            List<String> labels,
            int alerts,
            boolean woken,
            boolean onCall,
            Duration worked,
            BigDecimal days,
            Duration time,
            boolean lateStart,
            boolean relief,
            String sentence) {
        public Claim {
            labels = List.copyOf(labels);
        }
    }

    /**
     * The rest of 24 hours that a call-out has interrupted and left too short.
     *
     * @param from when the last work of the 24 hours ended
     * @param hours what was left after the last call-out, to the next work; null: none was
     * @param owed what it lacks
     * @param notBefore when work may begin again after a whole rest
     * @param onCallNext whether the plan has the member on call in the 24 hours that follow
     */
    public record Rest(
            Instant from,
            @Nullable Interval hours,
            Duration owed,
            Instant notBefore,
            boolean onCallNext,
            String sentence) {}
}

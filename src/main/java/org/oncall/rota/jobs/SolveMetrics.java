package org.oncall.rota.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.oncall.rota.domain.Score;

/** Counts and measures what the jobs do, for those who run the service. */
@Singleton
final class SolveMetrics {
    private final MeterRegistry registry;
    private final Map<SolveStatus, Counter> outcomes = new EnumMap<>(SolveStatus.class);
    private final Timer seconds;
    private final DistributionSummary softScore;
    private final Counter illegal;
    private final Counter incomplete;

    SolveMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (SolveStatus status : SolveStatus.values()) {
            if (status.isFinal()) {
                outcomes.put(
                        status,
                        Counter.builder("rota.solves")
                                .description("Solves that ended, by outcome")
                                .tag("outcome", status.name().toLowerCase(Locale.ROOT))
                                .register(registry));
            }
        }
        seconds = Timer.builder("rota.solve")
                .description("Time from the start of a search to its end")
                .register(registry);
        softScore = DistributionSummary.builder("rota.solve.soft.score")
                .description("Soft cost of the rotas of solves that ended; 0 is best")
                .register(registry);
        illegal = Counter.builder("rota.solves.illegal")
                .description("Solves that ended with a rota against a hard rule")
                .register(registry);
        incomplete = Counter.builder("rota.solves.incomplete")
                .description("Solves that ended with a rota with gaps")
                .register(registry);
    }

    void watch(RotaJobs jobs) {
        gauge("rota.solves.waiting", "Solves that wait for their turn", jobs, Load::waiting);
        gauge("rota.solves.running", "Solves that search", jobs, Load::running);
        gauge("rota.progress.listeners", "Those who follow a solve", jobs, Load::listeners);
    }

    private void gauge(String name, String description, RotaJobs jobs, ToIntFunction<Load> value) {
        Gauge.builder(name, jobs, each -> value.applyAsInt(each.load()))
                .description(description)
                .register(registry);
    }

    void ended(Solve solve) {
        Counter outcome = outcomes.get(solve.status());
        if (outcome != null) {
            outcome.increment();
        }
        if (!solve.elapsed().isZero()) {
            seconds.record(solve.elapsed());
        }
        Score score = solve.score();
        if (score != null) {
            softScore.record(score.soft());
            illegal.increment(score.hard() > 0 ? 1 : 0);
            incomplete.increment(score.medium() > 0 ? 1 : 0);
        }
    }
}

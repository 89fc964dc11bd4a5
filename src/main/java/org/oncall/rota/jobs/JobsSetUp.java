package org.oncall.rota.jobs;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.solver.RotaSolver;
import org.oncall.rota.store.Store;

/** Builds the jobs from the settings, and closes them with the application. */
@Singleton
class JobsSetUp {
    private static final Duration WAIT_FOR_DIAGNOSIS = Duration.ofSeconds(10);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RotaIntake intake(Clock clock) {
        return new RotaIntake(clock);
    }

    /** Unless told otherwise, one processor is left to answer requests. */
    @Produces
    @Singleton
    JobLimits limits(
            @ConfigProperty(name = "rota.solves.at-once") Optional<Integer> atOnce,
            @ConfigProperty(name = "rota.solves.queue", defaultValue = "16") int queue,
            @ConfigProperty(name = "rota.results.keep", defaultValue = "PT1H") Duration keep,
            @ConfigProperty(name = "rota.results.most", defaultValue = "100") int most,
            @ConfigProperty(name = "rota.wait.most", defaultValue = "PT2M") Duration longestWait) {
        int spare = Math.max(1, (Runtime.getRuntime().availableProcessors() - 1) / RotaSolver.PROCESSORS);
        return new JobLimits(atOnce.orElse(spare), queue, keep, most, longestWait);
    }

    @Produces
    @Singleton
    RotaJobs jobs(JobLimits limits, Clock clock, SolveMetrics metrics, Store store, RotaIntake intake) {
        Journal journal = new StoreJournal(store, intake, clock, limits);
        RotaJobs jobs = new RotaJobs(limits, Search::bySolver, clock, metrics::ended, journal);
        metrics.watch(jobs);
        return jobs;
    }

    @Produces
    @Singleton
    Diagnoses diagnoses(JobLimits limits) {
        return new Diagnoses(limits.atOnce(), WAIT_FOR_DIAGNOSIS);
    }

    @Produces
    @Singleton
    Repairs repairs(JobLimits limits, Clock clock) {
        return new Repairs(limits, clock);
    }

    void close(@Disposes Repairs repairs) {
        repairs.close();
    }

    /** A wrong setting is found at the start, not at the first request. */
    void start(@Observes StartupEvent event, RotaJobs jobs) {
        jobs.resume();
    }

    void close(@Disposes RotaJobs jobs) {
        jobs.close();
    }

    /** Before the server waits for the requests it is answering: those that wait for a solve are then answered at once. */
    void beforeShutdown(@Observes ShutdownDelayInitiatedEvent event, RotaJobs jobs) {
        jobs.close();
    }
}

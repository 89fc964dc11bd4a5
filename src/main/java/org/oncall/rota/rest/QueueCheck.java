package org.oncall.rota.rest;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.oncall.rota.jobs.Load;
import org.oncall.rota.jobs.RotaJobs;

/** Ready as long as one more solve would be taken. */
@Readiness
@Singleton
class QueueCheck implements HealthCheck {
    private final RotaJobs jobs;

    QueueCheck(RotaJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public HealthCheckResponse call() {
        Load load = jobs.load();
        return HealthCheckResponse.named("solves")
                .status(load.open() && !load.full())
                .withData("running", load.running())
                .withData("waiting", load.waiting())
                .build();
    }
}

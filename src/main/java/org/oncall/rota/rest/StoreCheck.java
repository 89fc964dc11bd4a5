package org.oncall.rota.rest;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.oncall.rota.store.Store;

/** Ready as long as the database answers. */
@Readiness
@Singleton
class StoreCheck implements HealthCheck {
    private final Store store;

    StoreCheck(Store store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("store").status(store.isThere()).build();
    }
}

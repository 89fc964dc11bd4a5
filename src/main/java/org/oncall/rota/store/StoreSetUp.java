package org.oncall.rota.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the store on the database that the settings switch on. */
@Singleton
class StoreSetUp {
    @Produces
    @Singleton
    Store store(
            @DataSource("h2") InjectableInstance<AgroalDataSource> embedded,
            @DataSource("pg") InjectableInstance<AgroalDataSource> postgres) {
        if (postgres.getHandle().getBean().isActive()) {
            return new Store(postgres.get());
        }
        AgroalDataSource file = embedded.get();
        return new Store(file, () -> file.flush(AgroalDataSource.FlushMode.ALL));
    }
}

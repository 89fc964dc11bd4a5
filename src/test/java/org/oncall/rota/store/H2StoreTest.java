package org.oncall.rota.store;

import javax.sql.DataSource;

class H2StoreTest extends StoreContract {
    @Override
    DataSource emptyDatabase() {
        return Databases.h2();
    }
}

package org.oncall.rota.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.h2.jdbcx.JdbcDataSource;
import org.oncall.rota.store.FailingSource;
import org.oncall.rota.store.Store;

/** Something wrong with the service, for tests alone. */
@Path("/api/broken")
public class BrokenResource {
    @GET
    @Operation(hidden = true)
    public String get() {
        throw new IllegalStateException("the secret of " + BrokenResource.class);
    }

    @GET
    @Path("store")
    @Operation(hidden = true)
    public String store() {
        FailingSource away = new FailingSource(new JdbcDataSource());
        away.fail(new SQLException("No space left on device", "53100"));
        return new Store(away).transact(transaction -> "nothing");
    }
}

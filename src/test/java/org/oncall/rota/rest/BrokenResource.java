package org.oncall.rota.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Something wrong with the service, for tests alone. */
@Path("/api/broken")
public class BrokenResource {
    @GET
    @Operation(hidden = true)
    public String get() {
        throw new IllegalStateException("the secret of " + BrokenResource.class);
    }
}

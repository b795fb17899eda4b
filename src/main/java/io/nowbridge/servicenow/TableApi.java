package io.nowbridge.servicenow;

import io.quarkus.rest.client.reactive.ClientQueryParam;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * ServiceNow's Table API: raw values, references as bare ids, only the columns that are read. What comes back is left as it
 * is, since its status alone does not say what it is.
 */
@RegisterRestClient
@Path("/api/now/table/{table}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ClientQueryParam(name = "sysparm_display_value", value = "false")
@ClientQueryParam(name = "sysparm_exclude_reference_link", value = "true")
interface TableApi {

    @GET
    Uni<Response> list(
            @HeaderParam("Authorization") String authorization,
            @PathParam("table") String table,
            @QueryParam("sysparm_fields") String columns,
            @QueryParam("sysparm_query") String query,
            @QueryParam("sysparm_limit") int limit,
            @QueryParam("sysparm_offset") int offset);

    @GET
    @Path("/{sysId}")
    Uni<Response> read(
            @HeaderParam("Authorization") String authorization,
            @PathParam("table") String table,
            @PathParam("sysId") String sysId,
            @QueryParam("sysparm_fields") String columns);

    /** As a person sees it: a journal has no raw value. */
    @GET
    @Path("/{sysId}")
    @ClientQueryParam(name = "sysparm_display_value", value = "true")
    Uni<Response> view(
            @HeaderParam("Authorization") String authorization,
            @PathParam("table") String table,
            @PathParam("sysId") String sysId,
            @QueryParam("sysparm_fields") String columns);

    @POST
    Uni<Response> insert(
            @HeaderParam("Authorization") String authorization,
            @PathParam("table") String table,
            @QueryParam("sysparm_fields") String columns,
            Map<String, String> values);

    @PATCH
    @Path("/{sysId}")
    Uni<Response> change(
            @HeaderParam("Authorization") String authorization,
            @PathParam("table") String table,
            @PathParam("sysId") String sysId,
            @QueryParam("sysparm_fields") String columns,
            Map<String, String> values);
}

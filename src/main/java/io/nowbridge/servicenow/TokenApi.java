package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** ServiceNow's OAuth 2.0 token endpoint, which takes its parameters in the body only. */
@RegisterRestClient
@Path("/oauth_token.do")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
interface TokenApi {

    @POST
    Uni<Response> grant(MultivaluedMap<String, String> form);
}

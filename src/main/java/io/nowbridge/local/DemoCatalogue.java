package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.local.tdsynnex.TdSynnexStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The distributor of the local run, connected, and a template that keeps some of its catalogue at ServiceNow. */
final class DemoCatalogue {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    // Its departments of computers, servers, monitors, printers, networks and disks, in ServiceNow's own model
    // categories.
    private static final Map<String, String> CATEGORIES = Map.of(
            "001", "Computer",
            "002", "Computer",
            "003", "Server",
            "004", "Monitor",
            "005", "Printer",
            "007", "Network Gear",
            "008", "Network Gear",
            "009", "Storage Device");

    private static final Map<String, String> FIELDS = Map.of(
            "sku", "product_id",
            "manufacturerPartNumber", "model_number",
            "name", "name",
            "manufacturer", "manufacturer",
            "category", "cmdb_model_category",
            "cost", "vendor_price",
            "listPrice", "list_price",
            "outOfStock", "out_of_stock",
            "active", "active");

    private final URI gateway;
    private final String token;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    private DemoCatalogue(URI gateway, String token, HttpClient http) {
        this.gateway = gateway;
        this.token = token;
        this.http = http;
    }

    /** Connects the stand-in as a Manager and enables the template, unless a distributor is connected already. */
    static void ensure(URI gateway, URI issuer, URI serviceNow, URI tdSynnex) {
        try (var http = HttpClient.newHttpClient()) {
            var token = Token.issue(issuer, "local-setup", List.of("manager"), List.of());
            new DemoCatalogue(gateway, token, http).ensure(serviceNow, tdSynnex);
        } catch (IOException e) {
            throw new IllegalStateException("The demo catalogue cannot be set up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demo catalogue was not set up in time", e);
        }
    }

    private void ensure(URI serviceNow, URI tdSynnex) throws IOException, InterruptedException {
        var connections = send("GET", "/connections", Optional.empty()).path("items");
        var desk = connected(connections, serviceNow);
        if (desk.isEmpty() || connected(connections, tdSynnex).isPresent()) {
            return;
        }
        var distributor = send("POST", "/connections", Optional.of(distributor(tdSynnex)))
                .at("/connection/id")
                .asText();
        var template = send("POST", "/templates", Optional.of(template(desk.orElseThrow(), distributor)))
                .path("id")
                .asText();
        send("POST", "/templates/" + template + "/enable", Optional.empty());
    }

    private static Optional<String> connected(JsonNode connections, URI instance) {
        return StreamSupport.stream(connections.spliterator(), false)
                .filter(connection -> connection.path("instanceUrl").asText().equals(instance.toString()))
                .map(connection -> connection.path("id").asText())
                .findFirst();
    }

    private static Map<String, Object> distributor(URI tdSynnex) {
        return Map.of(
                "type",
                "tdsynnex",
                "name",
                "TD SYNNEX (local)",
                "instanceUrl",
                tdSynnex.toString(),
                "settings",
                Map.of("region", "US"),
                "authentication",
                Map.of(
                        "type",
                        "account",
                        "customerNumber",
                        TdSynnexStandIn.CUSTOMER_NUMBER,
                        "userName",
                        TdSynnexStandIn.USER_NAME,
                        "password",
                        TdSynnexStandIn.PASSWORD));
    }

    private static Map<String, Object> template(String desk, String distributor) {
        // The usual vendor item of ServiceNow has no column for a quantity, only whether there is any.
        var options = Map.of("updateInventory", false, "selectedCategories", selected());
        return Map.of(
                "kind",
                "product-sync",
                "name",
                "TD SYNNEX catalogue",
                "deskId",
                desk,
                "distributorId",
                distributor,
                "schedule",
                Map.of("cron", "0 6 * * *", "zone", "UTC"),
                "mappings",
                Map.of("fields", FIELDS, "categories", CATEGORIES),
                "options",
                options);
    }

    private static String selected() {
        return String.join(",", CATEGORIES.keySet().stream().sorted().toList());
    }

    private JsonNode send(String method, String path, Optional<Map<String, Object>> body)
            throws IOException, InterruptedException {
        var text = body.isPresent() ? json.writeValueAsString(body.orElseThrow()) : "";
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                // A template that was just made is in its first revision.
                .header("If-Match", "\"1\"")
                .method(method, BodyPublishers.ofString(text))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }
}

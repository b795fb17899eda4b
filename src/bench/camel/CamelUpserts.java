import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Products written by camel-servicenow record by record, as its users write them: each is looked up by its part number and
 * created where it is not there, and then its offer likewise. Arguments: the instance's address, user, password, how many
 * products, how many at once. Prints how many calls that were, and how many milliseconds.
 */
final class CamelUpserts {

    private static final String MODELS = "cmdb_hardware_product_model";
    private static final String OFFERS = "pc_vendor_cat_item";

    private final ProducerTemplate camel;
    private final String endpoint;
    private int calls;

    private CamelUpserts(ProducerTemplate camel, String endpoint) {
        this.camel = camel;
        this.endpoint = endpoint;
    }

    public static void main(String[] arguments) throws Exception {
        var endpoint = "servicenow:bench?apiUrl=%s/api&userName=%s&password=RAW(%s)"
                .formatted(arguments[0], arguments[1], arguments[2]);
        var count = Integer.parseInt(arguments[3]);
        var atOnce = Integer.parseInt(arguments[4]);
        try (CamelContext context = new DefaultCamelContext();
                var workers = Executors.newFixedThreadPool(atOnce)) {
            context.start();
            // What it costs to start is not measured.
            new CamelUpserts(context.createProducerTemplate(), endpoint).upsert("CAMEL-WARMING");
            var begin = System.nanoTime();
            var work = new ArrayList<Callable<Integer>>();
            IntStream.range(0, atOnce).forEach(turn -> work.add(() -> {
                var upserts = new CamelUpserts(context.createProducerTemplate(), endpoint);
                for (var number = turn; number < count; number += atOnce) {
                    upserts.upsert("CAMEL-" + number);
                }
                return upserts.calls;
            }));
            var calls = 0;
            for (var worker : workers.invokeAll(work)) {
                calls += worker.get();
            }
            System.out.println(calls + " " + (System.nanoTime() - begin) / 1_000_000);
        }
    }

    private void upsert(String partNumber) {
        var model = upsert(
                MODELS,
                "model_number=" + partNumber,
                Map.of("name", "Product " + partNumber, "model_number", partNumber));
        upsert(
                OFFERS,
                "product_id=" + partNumber,
                Map.of("product_id", partNumber, "model", model, "vendor_price", "129.90"));
    }

    private String upsert(String table, String query, Map<String, String> record) {
        var found = send(table, Map.of("CamelServiceNowAction", "retrieve", "CamelServiceNowQuery", query), Map.of());
        return found.isEmpty()
                ? sysId(send(table, Map.of("CamelServiceNowAction", "create"), record))
                : sysId(found);
    }

    private List<?> send(String table, Map<String, Object> headers, Map<String, String> body) {
        calls++;
        var all = new HashMap<>(headers);
        all.put("CamelServiceNowResource", "table");
        all.put("CamelServiceNowTable", table);
        var answer = camel.requestBodyAndHeaders(endpoint, body.isEmpty() ? null : body, all);
        return switch (answer) {
            case null -> List.of();
            case List<?> records -> records;
            default -> List.of(answer);
        };
    }

    private static String sysId(List<?> records) {
        return String.valueOf(((Map<?, ?>) records.getFirst()).get("sys_id"));
    }
}

package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.access.Requester;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.product.Item;
import io.nowbridge.product.Run;
import io.nowbridge.product.RunId;
import io.nowbridge.product.Sku;
import io.nowbridge.product.StartRun;
import io.nowbridge.template.TemplateId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads requests about product synchronisations; who may not make them is refused before anything else. */
final class RunRequests {

    static final String RUN = "such run";

    private static final int MOST_SKUS = 500;

    private RunRequests() {}

    @RegisterForReflection
    record StartBody(@Nullable String task, @Nullable List<@Nullable String> skus) {}

    /** What a Manager wants to have started. Without a body it is a synchronisation. */
    static StartRun.Order start(APIGatewayV2HTTPEvent event, JsonBody json) {
        var by = Requesters.manager(event);
        var template = TemplateRequests.template(event);
        var fields = new Fields();
        var body = json.readAny(event, StartBody.class, fields).orElseGet(() -> new StartBody(null, null));
        var task = fields.optional("task", body.task(), word -> Spelling.read(Run.Task.class, word))
                .orElse(Run.Task.SYNC);
        var skus = skus(Objects.requireNonNullElse(body.skus(), List.of()), fields);
        if (task == Run.Task.REFRESH && skus.isEmpty()) {
            fields.refuse("skus", "names the products to be refreshed");
        }
        fields.check();
        return new StartRun.Order(template, task, skus, by.subject());
    }

    /** Some of a template's runs. */
    record Listing(TemplateId template, PageRequest page) {

        static Listing of(APIGatewayV2HTTPEvent event) {
            Requesters.manager(event);
            var fields = new Fields();
            var name = "templateId";
            fields.required(name, query(event, name), 64);
            var template = fields.optional(name, query(event, name), TemplateId::new);
            fields.check();
            return new Listing(template.orElseThrow(), Pages.request(event));
        }
    }

    /** Some of what became of a run's products. */
    record Items(RunId run, Optional<Item.Outcome> only, PageRequest page) {

        static Items of(APIGatewayV2HTTPEvent event) {
            var run = path(event);
            var fields = new Fields();
            var only = fields.optional(
                    "outcome", query(event, "outcome"), word -> Spelling.read(Item.Outcome.class, word));
            fields.check();
            return new Items(run, only, Pages.request(event));
        }
    }

    /** Something that a Manager wants to be done with a run. */
    record Act(RunId run, Requester by) {

        static Act of(APIGatewayV2HTTPEvent event) {
            var by = Requesters.manager(event);
            return new Act(path(event), by);
        }
    }

    /** The run that a Manager wants to see. */
    static RunId path(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        try {
            return new RunId(event.getPathParameters().getOrDefault("runId", ""));
        } catch (IllegalArgumentException e) {
            throw RefusedException.notFound(RUN);
        }
    }

    private static List<Sku> skus(List<@Nullable String> given, Fields fields) {
        if (given.size() > MOST_SKUS) {
            fields.refuse("skus", "has %d at most".formatted(MOST_SKUS));
            return List.of();
        }
        var skus = new ArrayList<Sku>();
        for (var i = 0; i < given.size(); i++) {
            fields.optional("skus[" + i + "]", given.get(i), Sku::new).ifPresent(skus::add);
        }
        return skus.stream().distinct().toList();
    }

    private static @Nullable String query(APIGatewayV2HTTPEvent event, String name) {
        return Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of())
                .get(name);
    }
}

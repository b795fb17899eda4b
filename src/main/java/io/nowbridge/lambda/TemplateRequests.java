package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.access.Requester;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.template.TemplateForm;
import io.nowbridge.template.TemplateId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads requests about templates; who may not make them is refused before anything else. */
final class TemplateRequests {

    private TemplateRequests() {}

    /** Some of all templates, or of those of a connection. */
    record Listing(Optional<ConnectionId> connection, PageRequest page) {

        static Listing of(APIGatewayV2HTTPEvent event) {
            Requesters.manager(event);
            var fields = new Fields();
            var connection = fields.optional("connectionId", query(event, "connectionId"), ConnectionId::new);
            fields.check();
            return new Listing(connection, Pages.request(event));
        }
    }

    /** A new template. */
    record Creation(Requester by, TemplateForm form) {

        static Creation of(APIGatewayV2HTTPEvent event, JsonBody json) {
            return new Creation(Requesters.manager(event), TemplateParser.parse(event, json));
        }
    }

    /** Something to be done with one revision of a template. */
    record Change(Requester by, TemplateId id, long revision) {

        static Change of(APIGatewayV2HTTPEvent event) {
            return new Change(Requesters.manager(event), path(event), Revisions.expected(event));
        }
    }

    /** All that is said about a template, to be said otherwise. */
    record Replacement(Change change, TemplateForm form) {

        static Replacement of(APIGatewayV2HTTPEvent event, JsonBody json) {
            return new Replacement(Change.of(event), TemplateParser.parse(event, json));
        }
    }

    /** Some of a template's versions. */
    record Versions(TemplateId id, PageRequest page) {

        static Versions of(APIGatewayV2HTTPEvent event) {
            return new Versions(template(event), Pages.request(event));
        }
    }

    /** One version of a template. */
    record Version(TemplateId id, long revision) {

        static Version of(APIGatewayV2HTTPEvent event) {
            var id = template(event);
            try {
                return new Version(id, Long.parseLong(event.getPathParameters().getOrDefault("revision", "")));
            } catch (NumberFormatException e) {
                throw RefusedException.notFound(TemplateWords.VERSION);
            }
        }
    }

    /** Two versions of a template, to be compared. */
    record Comparison(TemplateId id, long from, long to) {

        static Comparison of(APIGatewayV2HTTPEvent event) {
            var id = template(event);
            var fields = new Fields();
            var from = revision(event, "from", fields);
            var to = revision(event, "to", fields);
            fields.check();
            return new Comparison(id, from.orElseThrow(), to.orElseThrow());
        }

        private static Optional<Long> revision(APIGatewayV2HTTPEvent event, String name, Fields fields) {
            var text = query(event, name);
            fields.required(name, text, 19);
            return fields.optional(name, text, TemplateRequests::number);
        }
    }

    /** The template that a Manager wants to see. */
    static TemplateId template(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        return path(event);
    }

    // An id that none can have is one that is not there.
    private static TemplateId path(APIGatewayV2HTTPEvent event) {
        try {
            return new TemplateId(event.getPathParameters().getOrDefault("templateId", ""));
        } catch (IllegalArgumentException e) {
            throw RefusedException.notFound(TemplateWords.TEMPLATE);
        }
    }

    private static String query(APIGatewayV2HTTPEvent event, String name) {
        return Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of())
                .getOrDefault(name, "");
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is not the number of a revision", e);
        }
    }
}

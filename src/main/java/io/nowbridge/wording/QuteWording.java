package io.nowbridge.wording;

import io.nowbridge.ticket.TicketWording;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.ValueResolvers;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Qute with what a ticket's text takes and no more: values, {@code {#if}}, and {@code ?:} for what may be missing. Values
 * are reached in maps alone, never by reflection, and nothing repeats, so a template can neither run code nor run long.
 */
public final class QuteWording implements TicketWording {

    private final Engine engine = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolvers(
                    ValueResolvers.mapResolver(), ValueResolvers.orResolver(), ValueResolvers.equalsResolver())
            .addResultMapper(new Missing())
            .addResultMapper(new Several())
            .strictRendering(false)
            .build();

    @Override
    public String fill(String template, Map<String, Object> values) {
        var parsed = parse(template);
        try {
            return parsed.data(values).render();
        } catch (TemplateException | NumberFormatException e) {
            // Whoever reads the ticket sees it there; failing, it would keep the anomaly from having any.
            return "(the template failed: " + e.getMessage() + ")";
        }
    }

    @Override
    public Optional<String> flaw(String template) {
        try {
            parse(template).data(Map.of()).render();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (TemplateException e) {
            return Optional.of("fails where a value is missing, so ask for it first, as in {#if x && x > 5}: "
                    + e.getMessage());
        }
    }

    private Template parse(String template) {
        try {
            return engine.parse(template);
        } catch (TemplateException e) {
            throw new IllegalArgumentException("is no template: " + e.getMessage(), e);
        }
    }

    /** What has no value leaves no trace. */
    private static final class Missing implements ResultMapper {

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return Results.isNotFound(result);
        }

        @Override
        public String map(Object result, Expression expression) {
            return "";
        }
    }

    /** A list reads as its items. */
    private static final class Several implements ResultMapper {

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return result instanceof Collection<?>;
        }

        @Override
        public String map(Object result, Expression expression) {
            return ((Collection<?>) result).stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }
}

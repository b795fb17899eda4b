package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.lambda.TemplateRequests.Change;
import io.nowbridge.lambda.TemplateRequests.Comparison;
import io.nowbridge.lambda.TemplateRequests.Creation;
import io.nowbridge.lambda.TemplateRequests.Listing;
import io.nowbridge.lambda.TemplateRequests.Replacement;
import io.nowbridge.lambda.TemplateRequests.Version;
import io.nowbridge.lambda.TemplateRequests.Versions;
import io.nowbridge.paging.Page;
import io.nowbridge.template.Difference;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.TemplateOutcome;
import io.nowbridge.template.TemplateWork;
import io.nowbridge.template.Templates;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Templates and their versions, for those who administer them: Managers and Admins. */
@Named("templates")
@Singleton
public final class TemplatesHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Templates templates;
    private final TemplateWork work;
    private final InstantSource clock;
    private final HttpEdge http;
    private final Routes routes;

    TemplatesHandler(Templates templates, TemplateWork work, InstantSource clock, HttpEdge http, JsonBody json) {
        this.templates = templates;
        this.work = work;
        this.clock = clock;
        this.http = http;
        var path = "/templates/{templateId}";
        this.routes = new Routes()
                .on("GET /template-kinds", Requesters::manager, any -> kinds(), TemplateWords::kinds)
                .on("GET /templates", Listing::of, this::page, this::word)
                .on("POST /templates", event -> Creation.of(event, json), this::create, this::created)
                .on("GET " + path, TemplateRequests::template, templates::find, this::found)
                .on("PUT " + path, event -> Replacement.of(event, json), this::replace, this::changed)
                .on("DELETE " + path, Change::of, this::remove, this::changed)
                .on("POST " + path + "/enable", Change::of, this::enable, this::changed)
                .on("POST " + path + "/disable", Change::of, this::disable, this::changed)
                .on("GET " + path + "/versions", Versions::of, this::versions, TemplateWords::versions)
                .on("GET " + path + "/versions/{revision}", Version::of, this::version, TemplateWords::former)
                .on("GET " + path + "/diff", Comparison::of, this::differences, TemplateWords::differences);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private static Uni<List<TemplateKind>> kinds() {
        return Uni.createFrom().item(List.of(TemplateKind.values()));
    }

    private Uni<Page<Template>> page(Listing listing) {
        return listing.connection()
                .map(connection -> templates.page(connection, listing.page()))
                .orElseGet(() -> templates.page(listing.page()));
    }

    private Uni<TemplateOutcome> create(Creation creation) {
        return work.save().create(creation.form(), creation.by());
    }

    private Uni<TemplateOutcome> replace(Replacement replacement) {
        var change = replacement.change();
        return work.save().replace(change.id(), change.revision(), replacement.form(), change.by());
    }

    private Uni<TemplateOutcome> remove(Change change) {
        return work.switches().remove(change.id(), change.revision(), change.by());
    }

    private Uni<TemplateOutcome> enable(Change change) {
        return work.switches().enable(change.id(), change.revision(), change.by());
    }

    private Uni<TemplateOutcome> disable(Change change) {
        return work.switches().disable(change.id(), change.revision(), change.by());
    }

    private Uni<Optional<Page<Template>>> versions(Versions wanted) {
        return work.history().versions(wanted.id(), wanted.page());
    }

    private Uni<Optional<Template>> version(Version wanted) {
        return work.history().version(wanted.id(), wanted.revision());
    }

    private Uni<Optional<List<Difference>>> differences(Comparison wanted) {
        return work.history().differences(wanted.id(), wanted.from(), wanted.to());
    }

    private Reply word(Page<Template> page) {
        var now = clock.instant();
        return Pages.reply(page, template -> TemplateReply.current(template, now));
    }

    private Reply found(Optional<Template> found) {
        return TemplateWords.current(found, clock.instant());
    }

    private Reply created(TemplateOutcome outcome) {
        return TemplateWords.created(outcome, clock.instant());
    }

    private Reply changed(TemplateOutcome outcome) {
        return TemplateWords.of(outcome, clock.instant());
    }
}

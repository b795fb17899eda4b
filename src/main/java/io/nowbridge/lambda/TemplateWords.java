package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.FieldError;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.lambda.TemplateReply.ObstacleReply;
import io.nowbridge.paging.Page;
import io.nowbridge.template.Difference;
import io.nowbridge.template.Obstacle;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.TemplateOutcome;
import io.nowbridge.template.TemplateOutcome.ChangedMeanwhile;
import io.nowbridge.template.TemplateOutcome.NoSuchTemplate;
import io.nowbridge.template.TemplateOutcome.NotReady;
import io.nowbridge.template.TemplateOutcome.OtherEnabled;
import io.nowbridge.template.TemplateOutcome.Removed;
import io.nowbridge.template.TemplateOutcome.Saved;
import io.nowbridge.template.TemplateOutcome.StillEnabled;
import io.nowbridge.template.TemplateOutcome.Unfit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words what became of a request about templates. */
final class TemplateWords {

    static final String TEMPLATE = "such template";
    static final String VERSION = "such version of the template";

    private TemplateWords() {}

    /** A problem with what stands in the way, and who can move each. */
    @RegisterForReflection
    record NotReadyReply(@JsonUnwrapped Problem problem, List<ObstacleReply> obstacles) {}

    /** A path that says something else than before; what one version does not say is left out. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Change(String path, Optional<String> from, Optional<String> to) {

        static Change of(Difference difference) {
            return new Change(difference.path(), difference.from(), difference.to());
        }
    }

    static Reply of(TemplateOutcome outcome, Instant now) {
        return switch (outcome) {
            case Saved(var template, var obstacles) ->
                Reply.ok(TemplateReply.saved(template, now, obstacles)).tagged(template.revision());
            case Removed() -> Reply.ok(Map.of("removed", true));
            case NoSuchTemplate() -> Problems.notFound(TEMPLATE);
            case ChangedMeanwhile() -> Problems.changedMeanwhile();
            case Unfit(var misfits) ->
                Reply.problem(Kind.UNFIT_FIELDS.saying(
                        "Nothing was saved",
                        "Correct the fields and send the request again.",
                        WhoCanFix.CALLER,
                        misfits.stream()
                                .map(misfit -> new FieldError(misfit.field(), misfit.message()))
                                .toList()));
            case NotReady(var obstacles) -> notReady(obstacles);
            case OtherEnabled(var other) ->
                Reply.problem(Kind.CONFLICT.saying(
                        "The template " + other + " of the same kind is enabled between the same two systems",
                        "Disable that one first.",
                        WhoCanFix.CALLER));
            case StillEnabled() ->
                Reply.problem(Kind.CONFLICT.saying(
                        "The template is enabled", "Disable it before you remove it.", WhoCanFix.CALLER));
        };
    }

    static Reply created(TemplateOutcome outcome, Instant now) {
        return outcome instanceof Saved(var template, var obstacles)
                ? Reply.created(TemplateReply.saved(template, now, obstacles)).tagged(template.revision())
                : of(outcome, now);
    }

    static Reply current(Optional<Template> found, Instant now) {
        return found.map(template ->
                        Reply.ok(TemplateReply.current(template, now)).tagged(template.revision()))
                .orElseGet(() -> Problems.notFound(TEMPLATE));
    }

    static Reply former(Optional<Template> found) {
        return found.map(template -> Reply.ok(TemplateReply.former(template)))
                .orElseGet(() -> Problems.notFound(VERSION));
    }

    static Reply versions(Optional<Page<Template>> found) {
        return found.map(page -> Pages.reply(page, TemplateReply.Version::of))
                .orElseGet(() -> Problems.notFound(TEMPLATE));
    }

    static Reply differences(Optional<List<Difference>> found) {
        return found.map(differences -> Pages.reply(whole(differences), Change::of))
                .orElseGet(() -> Problems.notFound(VERSION));
    }

    static Reply kinds(List<TemplateKind> kinds) {
        return Pages.reply(whole(kinds), TemplateKindReply::of);
    }

    private static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, Optional.empty());
    }

    private static Reply notReady(List<Obstacle> obstacles) {
        var first = obstacles.getFirst();
        var problem = Kind.NOT_READY.saying(
                "%d %s in the way, the first at %s: %s"
                        .formatted(
                                obstacles.size(),
                                obstacles.size() == 1 ? "obstacle is" : "obstacles are",
                                first.subject(),
                                first.message()),
                "Put right what obstacles names, then send the request again.",
                first.whoCanFix());
        var reply = Reply.problem(problem);
        return new Reply(
                reply.status(),
                reply.headers(),
                new NotReadyReply(
                        problem, obstacles.stream().map(ObstacleReply::of).toList()));
    }
}

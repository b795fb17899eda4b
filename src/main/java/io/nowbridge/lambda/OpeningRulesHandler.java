package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.access.Requester;
import io.nowbridge.rule.OpeningRule;
import io.nowbridge.rule.RuleForm;
import io.nowbridge.rule.RuleId;
import io.nowbridge.rule.RuleOutcome;
import io.nowbridge.rule.Rules;
import io.nowbridge.rule.SaveRule;
import io.nowbridge.rule.TryRule;
import io.nowbridge.rule.TryRule.Sample;
import io.nowbridge.rule.TryRule.Trial;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Rules by which tickets are opened without a hand, for Managers and Admins. */
@Named("openingRules")
@Singleton
public final class OpeningRulesHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String RULE = "such rule";

    private final SaveRule save;
    private final HttpEdge http;
    private final Routes routes;

    /** All that is said of a rule, by whom. */
    private record Creation(Requester by, RuleForm form) {}

    /** Something to be done with one revision of a rule. */
    private record Change(Requester by, RuleId id, long revision) {

        static Change of(APIGatewayV2HTTPEvent event) {
            return new Change(Requesters.manager(event), path(event), Revisions.expected(event));
        }
    }

    private record Replacement(Change change, RuleForm form) {}

    OpeningRulesHandler(Rules rules, SaveRule save, TryRule tryRule, HttpEdge http, JsonBody json) {
        this.save = save;
        this.http = http;
        var path = "/opening-rules/{ruleId}";
        this.routes = new Routes()
                .on("GET /opening-rules", Pages::managers, rules::page, page -> Pages.reply(page, RuleReply::of))
                .on("POST /opening-rules", event -> creation(event, json), this::create, OpeningRulesHandler::created)
                .on("GET " + path, OpeningRulesHandler::wanted, rules::find, OpeningRulesHandler::found)
                .on("PUT " + path, event -> replacement(event, json), this::replace, OpeningRulesHandler::word)
                .on("DELETE " + path, Change::of, this::remove, OpeningRulesHandler::word)
                .on("POST " + path + "/try", event -> sample(event, json), tryRule::run, OpeningRulesHandler::tried);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private static Creation creation(APIGatewayV2HTTPEvent event, JsonBody json) {
        return new Creation(Requesters.manager(event), RuleParser.form(event, json));
    }

    private static Replacement replacement(APIGatewayV2HTTPEvent event, JsonBody json) {
        return new Replacement(Change.of(event), RuleParser.form(event, json));
    }

    private static Sample sample(APIGatewayV2HTTPEvent event, JsonBody json) {
        return new Sample(wanted(event), RuleParser.sample(event, json));
    }

    private static RuleId wanted(APIGatewayV2HTTPEvent event) {
        Requesters.manager(event);
        return path(event);
    }

    // An id that none can have is one that is not there.
    private static RuleId path(APIGatewayV2HTTPEvent event) {
        try {
            return new RuleId(event.getPathParameters().getOrDefault("ruleId", ""));
        } catch (IllegalArgumentException e) {
            throw RefusedException.notFound(RULE);
        }
    }

    private Uni<RuleOutcome> create(Creation creation) {
        return save.create(creation.form(), creation.by());
    }

    private Uni<RuleOutcome> replace(Replacement replacement) {
        var change = replacement.change();
        return save.replace(change.id(), change.revision(), replacement.form(), change.by());
    }

    private Uni<RuleOutcome> remove(Change change) {
        return save.remove(change.id(), change.revision(), change.by());
    }

    private static Reply found(Optional<OpeningRule> found) {
        return found.map(OpeningRulesHandler::shown).orElseGet(() -> Problems.notFound(RULE));
    }

    private static Reply tried(Optional<Trial> trial) {
        return trial.map(TrialReply::of).map(Reply::ok).orElseGet(() -> Problems.notFound(RULE));
    }

    private static Reply created(RuleOutcome outcome) {
        return outcome instanceof RuleOutcome.Saved(var rule)
                ? Reply.created(RuleReply.of(rule)).tagged(rule.revision())
                : word(outcome);
    }

    private static Reply word(RuleOutcome outcome) {
        return switch (outcome) {
            case RuleOutcome.Saved(var rule) -> shown(rule);
            case RuleOutcome.Removed() -> Reply.ok(Map.of("removed", true));
            case RuleOutcome.NoSuchRule() -> Problems.notFound(RULE);
            case RuleOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile();
            case RuleOutcome.Unfit(var flaws) -> ConnectionWords.unfit(flaws);
        };
    }

    private static Reply shown(OpeningRule rule) {
        return Reply.ok(RuleReply.of(rule)).tagged(rule.revision());
    }
}

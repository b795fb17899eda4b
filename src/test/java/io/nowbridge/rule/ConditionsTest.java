package io.nowbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyFixtures;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.rule.Conditions.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    // Of type record, weight -7, in datastore 1, tagged finance and sox, with a failed check of the type between.
    private static final Anomaly ANOMALY = AnomalyFixtures.full("456");
    private static final Anomaly UNKNOWN = Anomaly.of(AnomalyId.ofDefaultSource("456"));

    @Test
    void withoutConditionsItHoldsOfAll() {
        assertThat(RuleFixtures.NONE.hold(UNKNOWN)).isTrue();
        assertThat(RuleFixtures.NONE.judge(ANOMALY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "default, 1, sox, between, -7, record, true",
        "west, 1, sox, between, -7, record, false",
        "default, 2, sox, between, -7, record, false",
        "default, 2 1, sox, between, -7, record, true",
        "default, 1, sox finance, between, -7, record, true",
        "default, 1, SOX, BETWEEN, -8, Record, true",
        "default, 1, sox hr, between, -7, record, false",
        "default, 1, sox, notNull, -7, record, false",
        "default, 1, sox, notNull between, -7, record, true",
        "default, 1, sox, between, -6, record, false",
        "default, 1, sox, between, -7, shape, false",
        "default, 1, sox, between, -7, shape record, true"
    })
    void allOfThemMustHold(
            String source, String datastores, String tags, String ruleTypes, int weight, String types, boolean hold) {
        var conditions = conditions(source, datastores, tags, ruleTypes, weight, types);

        assertThat(conditions.hold(ANOMALY)).isEqualTo(hold);
        assertThat(conditions.hold(UNKNOWN)).isFalse();
    }

    @Test
    void eachIsJudgedInWords() {
        var conditions = conditions("default", "2", "sox hr", "between", 10, "record");

        assertThat(conditions.judge(ANOMALY))
                .containsExactly(
                        new Judgement("source", true, "one of: default", "default"),
                        new Judgement("datastores", false, "one of: 2", "1"),
                        new Judgement("tags", false, "all of: hr, sox", "finance, sox"),
                        new Judgement("ruleTypes", true, "one of: between", "between"),
                        new Judgement("minimumWeight", false, "at least 10", "-7"),
                        new Judgement("types", true, "one of: record", "record"));
        assertThat(conditions.judge(UNKNOWN)).contains(new Judgement("minimumWeight", false, "at least 10", "nothing"));
    }

    private static Conditions conditions(
            String source, String datastores, String tags, String ruleTypes, int weight, String types) {
        return new Conditions(
                Optional.of(source),
                names(datastores),
                names(tags),
                names(ruleTypes),
                Optional.of(weight),
                names(types));
    }

    private static TreeSet<String> names(String text) {
        return new TreeSet<>(List.of(text.split(" ")));
    }
}

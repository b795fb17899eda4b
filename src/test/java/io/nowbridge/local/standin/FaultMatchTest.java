package io.nowbridge.local.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests a fault strikes, and how often. */
class FaultMatchTest {

    @RegisterExtension
    static final RunningStandIn STAND_IN = new RunningStandIn();

    @Test
    void aFaultStrikesOnceUnlessToldOtherwise() throws Exception {
        STAND_IN.arm("{'fault':'status','status':503}");

        assertThat(STAND_IN.send("GET", "/a", "").statusCode()).isEqualTo(503);
        assertThat(STAND_IN.send("GET", "/a", "").statusCode()).isEqualTo(201);
    }

    @Test
    void aFaultStrikesAsOftenAsItsTimesSay() throws Exception {
        STAND_IN.arm("{'fault':'status','status':503,'times':2}");

        assertThat(STAND_IN.send("GET", "/a", "").statusCode()).isEqualTo(503);
        assertThat(STAND_IN.send("GET", "/a", "").statusCode()).isEqualTo(503);
        assertThat(STAND_IN.send("GET", "/a", "").statusCode()).isEqualTo(201);
    }

    @Test
    void aFaultWithoutEndStrikesUntilCleared() throws Exception {
        STAND_IN.arm("{'fault':'status','status':503,'times':0}");

        for (var i = 0; i < 3; i++) {
            assertThat(STAND_IN.send("GET", "/a", "").statusCode()).isEqualTo(503);
        }
        STAND_IN.send("DELETE", "/__faults", "");
        assertThat(STAND_IN.send("GET", "/a", "").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/now, /api/now/table/incident, 503",
        "/api/now, /api/later, 201",
        "/api/*/incident, /api/now/table/incident, 503",
        "/api/*/incident, /api/now/table/incident/123, 201",
        "/api/*/incident*, /api/now/table/incident/123, 503",
    })
    void aPathIsAPrefixOrAPattern(String path, String called, int status) throws Exception {
        STAND_IN.arm("{'match':{'path':'%s'},'fault':'status','status':503}".formatted(path));

        assertThat(STAND_IN.send("GET", called, "").statusCode()).isEqualTo(status);
    }

    @Test
    void aFaultForOneMethodSparesTheOthers() throws Exception {
        STAND_IN.arm("{'match':{'method':'POST'},'fault':'status','status':503}");

        assertThat(STAND_IN.send("GET", "/a", "").statusCode()).isEqualTo(201);
        assertThat(STAND_IN.send("POST", "/a", "").statusCode()).isEqualTo(503);
    }

    @Test
    void aFaultForOneHeaderSparesRequestsWithoutIt() throws Exception {
        STAND_IN.arm("{'match':{'header':{'name':'X-Amz-Target','value':'PutItem'}},'fault':'status','status':503}");

        assertThat(STAND_IN.send("POST", "/", "").statusCode()).isEqualTo(201);
        var put = STAND_IN.request("POST", "/", "").setHeader("X-Amz-Target", "PutItem");
        assertThat(STAND_IN.send(put).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fault':'explode'}|fault must be one of status, delay,",
                "{'fault':'status'}|status needs a status",
                "{'fault':'status','status':'500'}|status must be a whole number",
                "{'fault':'status','status':42}|status must be between 200 and 599",
                "{'fault':'reset','tmies':3}|tmies is not known",
                "{'fault':'reset','match':{'verb':'GET'}}|match.verb is not known",
                "not json|Failed to decode",
            })
    void aFaultThatCannotBeMeantIsRefusedInWords(String fault, String words) throws Exception {
        var answer = STAND_IN.send("POST", "/__faults", fault.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(answer.body()).getString("error")).contains(words);
    }

    @Test
    void armedFaultsAreListed() throws Exception {
        STAND_IN.arm("{'match':{'method':'GET','path':'/a'},'fault':'reset','times':3}");

        var armed = STAND_IN.faults().getJsonObject(0);

        assertThat(armed.getString("fault")).isEqualTo("reset");
        assertThat(armed.getInteger("times")).isEqualTo(3);
    }
}

package io.nowbridge.setup;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.SystemType;
import io.nowbridge.connection.WebhookAuthentication;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingTest {

    @ParameterizedTest
    @EnumSource
    void everyWayOfProvingAWebhookCanBeSet(WebhookAuthentication way) {
        var connection = connection("prod");
        var settings = new TreeMap<>(Map.of(WebhookAuthentication.SETTING, way.label()));

        assertThat(Settings.flaw(connection.type(), WebhookAuthentication.SETTING, way.label()))
                .isEmpty();
        assertThat(WebhookAuthentication.of(connection.with("Prod", settings, true)))
                .isEqualTo(way);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "SIGNATURE", "digest"})
    void nothingElseCanBeSet(String way) {
        assertThat(Settings.flaw(SystemType.QUALYTICS, WebhookAuthentication.SETTING, way))
                .contains("is any or signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "signature"})
    void aDistributorSendsNoWebhooks(String way) {
        assertThat(Settings.flaw(SystemType.TDSYNNEX, WebhookAuthentication.SETTING, way))
                .contains("is not a setting of TD SYNNEX");
    }
}

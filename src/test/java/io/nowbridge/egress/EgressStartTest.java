package io.nowbridge.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(EgressStartTest.Operated.class)
class EgressStartTest {

    /** A deployment whose operator allows two destinations. */
    public static final class Operated implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("nowbridge.egress.allow", "http://localhost:8090,https://servicenow.corp.example:8443");
        }
    }

    @Inject
    Egress egress;

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8090", "https://servicenow.corp.example:8443"})
    void whatTheOperatorAllowsIsAdmitted(URI allowed) {
        assertThat(egress.admit(allowed.toString())).isEqualTo(allowed);
    }
}

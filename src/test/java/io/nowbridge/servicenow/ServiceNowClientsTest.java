package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.itemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServiceNowClientsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void anInstanceIsReachedWithOrWithoutASlash(String end) {
        try (var instance = new RecordedInstance()) {
            instance.on("/api/now/table/sys_user", Reply.json(200, "users.json"));
            var serviceNow = instance.clients(Hurried.SHORT)
                    .connect(URI.create(instance.address() + end), RecordedInstance.BASIC);

            var found = itemOf(serviceNow.users().find("fred.luddy"));

            assertThat(found).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.service-now.com",
                "ftp://example.service-now.com",
                "https://user:secret@example.service-now.com",
                "https://example.service-now.com/api/now",
                "https://example.service-now.com?a=b",
                "https://example.service-now.com#top",
                "mailto:admin@example.com"
            })
    void anythingElseIsNoAddress(String address) {
        var uri = URI.create(address);

        try (var instance = new RecordedInstance()) {
            var clients = instance.clients(Hurried.SHORT);

            assertThatIllegalArgumentException().isThrownBy(() -> clients.connect(uri, RecordedInstance.BASIC));
        }
    }
}

package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code infra/} says of buckets. */
class BucketTest {

    private static final Map<String, String> PARAMETERS =
            Map.of("ApiUrl", "https://api.example", "IssuerOrigin", "https://login.example", "Archive", "true");

    @ParameterizedTest
    @ValueSource(strings = {"infra/console.yaml", "infra/exports.yaml", "infra/catalogue.yaml"})
    void eachIsEncryptedAndNoneIsPublic(String file) {
        var buckets = Stack.read(Path.of(file), PARAMETERS).resources("AWS::S3::Bucket");

        assertThat(buckets).isNotEmpty();
        assertThat(buckets.values()).allSatisfy(bucket -> {
            var properties = bucket.at("Properties");
            assertThat(properties.find("BucketEncryption")).isPresent();
            assertThat(properties.at("PublicAccessBlockConfiguration").entries().values())
                    .hasSize(4)
                    .allMatch(Node::flag);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"infra/console.yaml", "infra/exports.yaml", "infra/catalogue.yaml"})
    void eachIsReachedOverTlsOnly(String file) {
        var stack = Stack.read(Path.of(file), PARAMETERS);

        var guarded = stack.resources("AWS::S3::BucketPolicy").values().stream()
                .map(policy -> policy.at("Properties"))
                .filter(BucketTest::refusesPlainHttp)
                .map(policy -> policy.at("Bucket").text());

        assertThat(guarded)
                .containsExactlyInAnyOrderElementsOf(
                        stack.resources("AWS::S3::Bucket").keySet());
    }

    private static boolean refusesPlainHttp(Node policy) {
        return policy.at("PolicyDocument").at("Statement").elements().stream()
                .filter(statement -> statement.at("Effect").text().equals("Deny"))
                .flatMap(statement -> statement.find("Condition").stream())
                .flatMap(condition -> condition.find("Bool").stream())
                .anyMatch(condition -> !condition.at("aws:SecureTransport").flag());
    }
}

package io.nowbridge.vault;

import static io.nowbridge.vault.Outcomes.failureOf;
import static io.nowbridge.vault.Outcomes.itemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.vault.FakeKms.Received;
import io.nowbridge.vault.VaultException.KeyUnusable;
import io.nowbridge.vault.VaultException.Tampered;
import io.nowbridge.vault.VaultException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** The vault with its master key in KMS, behind an alias. */
class KmsVaultTest extends VaultContract {

    private static final String ALIAS = "alias/nowbridge-credentials";
    private static final Duration LONG = Duration.ofSeconds(10);

    // One for all tests: a Netty client takes two seconds to close.
    private static final SdkAsyncHttpClient HTTP = NettyNioAsyncHttpClient.create();

    private final FakeKms kms = new FakeKms();
    private final String key = kms.newKey();
    private final Vault vault = vault(ALIAS);

    KmsVaultTest() {
        kms.point(ALIAS, key);
    }

    @AfterEach
    void close() {
        kms.close();
    }

    @AfterAll
    static void closeHttp() {
        HTTP.close();
    }

    @Override
    Vault vault() {
        return vault;
    }

    @Override
    void rotate() {
        kms.point(ALIAS, kms.newKey());
    }

    @Test
    void theConnectionIsTheEncryptionContextOfEveryCall() {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));
        itemOf(vault.open(CONNECTION, sealed));
        itemOf(vault.rewrap(CONNECTION, sealed));

        assertThat(kms.received())
                .flatExtracting(request -> Stream.of(
                                "EncryptionContext", "SourceEncryptionContext", "DestinationEncryptionContext")
                        .filter(request.body()::has)
                        .map(field -> request.action() + " " + field + " "
                                + request.body().get(field))
                        .toList())
                .containsExactly(
                        "GenerateDataKey EncryptionContext {\"connection\":\"servicenow-prod\"}",
                        "Decrypt EncryptionContext {\"connection\":\"servicenow-prod\"}",
                        "ReEncrypt SourceEncryptionContext {\"connection\":\"servicenow-prod\"}",
                        "ReEncrypt DestinationEncryptionContext {\"connection\":\"servicenow-prod\"}");
    }

    @Test
    void theSecretIsNeverSentToKms() {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));
        itemOf(vault.open(CONNECTION, sealed));

        assertThat(kms.received())
                .extracting(request -> request.body().has("Plaintext"))
                .containsExactly(false, false);
    }

    @Test
    void rewrappingLeavesTheDataKeyWithinKms() {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));
        rotate();

        itemOf(vault.rewrap(CONNECTION, sealed));

        assertThat(kms.received()).extracting(Received::action).containsExactly("GenerateDataKey", "ReEncrypt");
    }

    @Test
    void whatIsSealedNamesTheKeyAndNotItsAlias() {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));

        assertThat(sealed.keyId()).isEqualTo(key);
    }

    @Test
    void nothingIsAskedBeforeTheFirstUse() {
        vault.seal(CONNECTION, SECRET);

        assertThat(kms.received()).isEmpty();
    }

    @Test
    void aKeyGivenByItsIdOrArnIsKnownToBeCurrentUnasked() {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));
        var id = key.substring(key.lastIndexOf('/') + 1);

        assertThat(vault(key).isCurrent(sealed)).isTrue();
        assertThat(vault(id).isCurrent(sealed)).isTrue();
        assertThat(vault(kms.newKey()).isCurrent(sealed)).isFalse();
    }

    @Test
    void behindAnAliasTheCurrentKeyIsKnownOnceKmsWasAsked() {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));
        var restarted = vault(ALIAS);

        assertThat(restarted.isCurrent(sealed)).isFalse();

        assertThat(itemOf(restarted.rewrap(CONNECTION, sealed))).isSameAs(sealed);
        assertThat(restarted.isCurrent(sealed)).isTrue();
    }

    @Test
    void aRowThatNamesAnotherKeyThanItsOwnDoesNotOpen() {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));
        var renamed = new Sealed(kms.newKey(), sealed.wrappedKey(), sealed.ciphertext());

        assertThat(failureOf(vault.open(CONNECTION, renamed))).isInstanceOf(Tampered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DisabledException", "KMSInvalidStateException", "AccessDeniedException"})
    void aKeyThatMayNotBeUsedIsForTheOperator(String code) {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));
        kms.refuse(key, code);

        assertThat(everyCall(vault, sealed))
                .allSatisfy(call -> assertThat(failureOf(call))
                        .isInstanceOf(KeyUnusable.class)
                        .hasMessageContaining(code));
    }

    @Test
    void aKeyThatDoesNotExistIsForTheOperator() {
        var lost = vault("alias/of-nothing");

        assertThat(failureOf(lost.seal(CONNECTION, SECRET)))
                .isInstanceOf(KeyUnusable.class)
                .hasMessage("Making a data key was answered NotFoundException by KMS");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException",
        "500, KMSInternalException",
        "500, KeyUnavailableException",
        "500, DependencyTimeoutException"
    })
    void whatPassesIsForNobody(int status, String code) {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));

        assertThat(everyCall(vault, sealed)).allSatisfy(call -> {
            kms.refuseNext(status, code);
            assertThat(failureOf(call)).isInstanceOf(Unavailable.class).hasMessageContaining(code);
        });
    }

    @Test
    void aProxyThatAnswersInsteadOfKmsIsJudgedByItsStatus() {
        kms.refuseNext(502, "");
        assertThat(failureOf(vault.seal(CONNECTION, SECRET)))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Making a data key was answered status 502 by KMS");

        kms.refuseNext(403, "");
        assertThat(failureOf(vault.seal(CONNECTION, SECRET)))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("403");
    }

    @Test
    void aKmsThatIsNotThereIsUnavailable() {
        var sealed = itemOf(vault.seal(CONNECTION, SECRET));
        kms.close();

        assertThat(everyCall(vault, sealed))
                .allSatisfy(call -> assertThat(failureOf(call)).isInstanceOf(Unavailable.class));
    }

    @Test
    void aKmsThatSaysNothingIsUnavailable() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var endpoint = URI.create("http://localhost:" + mute.getLocalPort());
            var waiting = new Vault(() -> new KmsMasterKeys(client(endpoint, Duration.ofMillis(300)), ALIAS));

            assertThat(failureOf(waiting.seal(CONNECTION, SECRET)))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("Making a data key got no answer from KMS");
        }
    }

    private static List<Uni<?>> everyCall(Vault vault, Sealed sealed) {
        return List.of(
                vault.seal(CONNECTION, SECRET), vault.open(CONNECTION, sealed), vault.rewrap(CONNECTION, sealed));
    }

    private Vault vault(String masterKey) {
        var masterKeys = new KmsMasterKeys(client(kms.endpoint(), LONG), masterKey);
        return new Vault(() -> masterKeys);
    }

    private static KmsAsyncClient client(URI endpoint, Duration patience) {
        return KmsAsyncClient.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(sdk -> sdk.apiCallTimeout(patience).retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }
}

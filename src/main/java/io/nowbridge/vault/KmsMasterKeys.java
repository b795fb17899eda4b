package io.nowbridge.vault;

import io.nowbridge.vault.VaultException.KeyUnusable;
import io.nowbridge.vault.VaultException.Tampered;
import io.nowbridge.vault.VaultException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.KmsException;

/**
 * Master keys in AWS KMS, which they never leave. The context is KMS's encryption context {@code connection}, which
 * CloudTrail shows.
 *
 * <p>That KMS rotates a key's material every year is no change of key: it keeps the old material itself.
 */
final class KmsMasterKeys implements MasterKeys {

    private static final String CONTEXT = "connection";

    private final KmsAsyncClient kms;
    private final String key;

    // Where the key is an alias, what it stood for when KMS last told.
    private volatile @Nullable String current;

    KmsMasterKeys(KmsAsyncClient kms, String key) {
        this.kms = kms;
        this.key = key;
    }

    @Override
    public Uni<DataKey> dataKey(String context) {
        return answer(
                        "Making a data key",
                        () -> kms.generateDataKey(request -> request.keyId(key)
                                .keySpec(DataKeySpec.AES_256)
                                .encryptionContext(Map.of(CONTEXT, context))))
                .invoke(made -> current = made.keyId())
                .map(made -> new DataKey(
                        // Unsafe in that it is the answer's own array, which nobody else reads before it is wiped.
                        new AesKey(made.plaintext().asByteArrayUnsafe()),
                        new WrappedKey(made.keyId(), made.ciphertextBlob().asByteArray())));
    }

    @Override
    public Uni<AesKey> unwrap(String context, WrappedKey wrapped) {
        return answer(
                        "Unwrapping a data key",
                        () -> kms.decrypt(request -> request.keyId(wrapped.keyId())
                                .ciphertextBlob(SdkBytes.fromByteArray(wrapped.bytes()))
                                .encryptionContext(Map.of(CONTEXT, context))))
                .map(unwrapped -> new AesKey(unwrapped.plaintext().asByteArrayUnsafe()));
    }

    @Override
    public Uni<WrappedKey> rewrap(String context, WrappedKey wrapped) {
        return answer(
                        "Rewrapping a data key",
                        () -> kms.reEncrypt(request -> request.sourceKeyId(wrapped.keyId())
                                .ciphertextBlob(SdkBytes.fromByteArray(wrapped.bytes()))
                                .sourceEncryptionContext(Map.of(CONTEXT, context))
                                .destinationKeyId(key)
                                .destinationEncryptionContext(Map.of(CONTEXT, context))))
                .invoke(rewrapped -> current = rewrapped.keyId())
                .map(rewrapped -> new WrappedKey(
                        rewrapped.keyId(), rewrapped.ciphertextBlob().asByteArray()));
    }

    @Override
    public boolean isCurrent(String keyId) {
        return keyId.equals(current) || keyId.equals(key) || keyId.endsWith(":key/" + key);
    }

    private static <T> Uni<T> answer(String call, Supplier<CompletionStage<T>> ask) {
        return Uni.createFrom()
                .completionStage(ask)
                .onFailure(SdkException.class)
                .transform(failure -> translate(call, failure));
    }

    private static VaultException translate(String call, Throwable failure) {
        return failure instanceof KmsException refusal
                ? judge(call, refusal)
                : new Unavailable(call + " got no answer from KMS", failure);
    }

    private static VaultException judge(String call, KmsException refusal) {
        // Without a code it was not KMS that answered, but something between.
        var code = Objects.requireNonNullElse(refusal.awsErrorDetails().errorCode(), "status " + refusal.statusCode());
        var message = call + " was answered " + code + " by KMS";
        return switch (code) {
            // A wrong context reads as a wrong ciphertext; an empty one is not even valid.
            case "InvalidCiphertextException", "IncorrectKeyException", "ValidationException" ->
                new Tampered(message, refusal);
            default ->
                refusal.isThrottlingException() || refusal.statusCode() >= 500
                        ? new Unavailable(message, refusal)
                        : new KeyUnusable(message, refusal);
        };
    }
}

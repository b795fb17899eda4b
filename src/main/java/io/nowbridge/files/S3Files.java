package io.nowbridge.files;

import io.nowbridge.export.ExportFiles;
import io.nowbridge.export.Upload;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Files in a bucket of S3, by its multipart uploads. Its rests lie beside them under {@code unfinished/}, from where the
 * bucket's own rules remove them.
 */
public final class S3Files implements ExportFiles {

    private final Supplier<S3AsyncClient> s3;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;
    private final InstantSource clock;

    /** Looks the clients up when they are first needed: a machine without S3 has no settings for them. */
    public S3Files(Supplier<S3AsyncClient> s3, Supplier<S3Presigner> presigner, String bucket, InstantSource clock) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
        this.clock = clock;
    }

    @Override
    public Uni<Upload> begin(String name, String contentType) {
        return Uni.createFrom()
                .completionStage(() -> s3.get()
                        .createMultipartUpload(
                                create -> create.bucket(bucket).key(name).contentType(contentType)))
                .map(begun -> new Upload(name, begun.uploadId()));
    }

    @Override
    public Uni<String> part(Upload upload, int number, byte[] bytes) {
        return Uni.createFrom()
                .completionStage(() -> s3.get()
                        .uploadPart(
                                part -> part.bucket(bucket)
                                        .key(upload.name())
                                        .uploadId(upload.id())
                                        .partNumber(number)
                                        .contentMD5(md5(bytes)),
                                AsyncRequestBody.fromBytes(bytes)))
                .map(done -> done.eTag());
    }

    // S3 answers a repeat soon after the first as it did the first; later it knows no such upload any more, and the
    // file is there, or somebody has given it up.
    @Override
    public Uni<Void> finish(Upload upload, List<String> tags) {
        var parts = IntStream.range(0, tags.size())
                .mapToObj(index -> CompletedPart.builder()
                        .partNumber(index + 1)
                        .eTag(tags.get(index))
                        .build())
                .toList();
        return Uni.createFrom()
                .completionStage(() -> s3.get()
                        .completeMultipartUpload(complete -> complete.bucket(bucket)
                                .key(upload.name())
                                .uploadId(upload.id())
                                .multipartUpload(all -> all.parts(parts))))
                .replaceWithVoid()
                .onFailure(NoSuchUploadException.class)
                .recoverWithUni(() -> isThere(upload));
    }

    private Uni<Void> isThere(Upload upload) {
        return Uni.createFrom()
                .completionStage(
                        () -> s3.get().headObject(head -> head.bucket(bucket).key(upload.name())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> abandon(Upload upload) {
        return Uni.createFrom()
                .completionStage(() -> s3.get()
                        .abortMultipartUpload(
                                abort -> abort.bucket(bucket).key(upload.name()).uploadId(upload.id())))
                .replaceWithVoid()
                .onFailure(NoSuchUploadException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<Void> keepRest(Upload upload, int number, byte[] bytes) {
        return Uni.createFrom()
                .completionStage(() -> s3.get()
                        .putObject(
                                put -> put.bucket(bucket)
                                        .key(restName(upload, number))
                                        .contentMD5(md5(bytes)),
                                AsyncRequestBody.fromBytes(bytes)))
                .replaceWithVoid();
    }

    @Override
    public Uni<byte[]> rest(Upload upload, int number) {
        return Uni.createFrom()
                .completionStage(() -> s3.get()
                        .getObject(
                                get -> get.bucket(bucket).key(restName(upload, number)),
                                AsyncResponseTransformer.toBytes()))
                .map(bytes -> bytes.asByteArray());
    }

    @Override
    public Uni<URI> link(Upload upload, Instant until) {
        var name = upload.name().substring(upload.name().lastIndexOf('/') + 1);
        return Uni.createFrom()
                .item(() -> presigner
                        .get()
                        .presignGetObject(link -> link.signatureDuration(Duration.between(clock.instant(), until))
                                .getObjectRequest(get -> get.bucket(bucket)
                                        .key(upload.name())
                                        .responseContentDisposition("attachment; filename=\"%s\"".formatted(name)))))
                .map(link -> URI.create(link.url().toString()));
    }

    private static String restName(Upload upload, int number) {
        return "unfinished/%s/%d".formatted(upload.name(), number);
    }

    // S3 refuses what does not arrive as it was sent.
    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}

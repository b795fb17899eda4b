package io.nowbridge.inbox;

import io.nowbridge.connection.ConnectedSystemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.FileTransformerConfiguration;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files in a bucket, under the prefix of their connection. */
final class S3Inbox implements Inbox {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int ANOTHER = 412;

    private final Supplier<S3AsyncClient> s3;
    private final String bucket;
    private final String prefix;
    private final Duration longest;
    private final long largest;

    /** A file takes {@code longest} to come here, and has {@code largest} bytes, at most. */
    S3Inbox(Supplier<S3AsyncClient> s3, String bucket, String prefix, Duration longest, long largest) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.longest = longest;
        this.largest = largest;
    }

    @Override
    public Uni<Optional<Arrival>> newest() {
        return told(Multi.createBy()
                .repeating()
                .uni(Paging::new, this::page)
                .whilst(page -> Boolean.TRUE.equals(page.isTruncated()))
                .onItem()
                .<S3Object>transformToIterable(ListObjectsV2Response::contents)
                // What the console of S3 shows as a folder is an empty object.
                .filter(object -> !object.key().endsWith("/"))
                .map(this::arrival)
                .collect()
                .asList()
                .map(all -> all.stream().max(Comparator.comparing(Arrival::at).thenComparing(Arrival::name))));
    }

    /** Where a listing goes on. */
    private static final class Paging {
        private Optional<String> next = Optional.empty();
    }

    private Uni<ListObjectsV2Response> page(Paging paging) {
        return Uni.createFrom()
                .completionStage(() -> s3.get().listObjectsV2(list -> {
                    list.bucket(bucket).prefix(prefix);
                    paging.next.ifPresent(list::continuationToken);
                }))
                .invoke(page -> paging.next = Optional.ofNullable(page.nextContinuationToken()));
    }

    private Arrival arrival(S3Object object) {
        return new Arrival(
                object.key().substring(prefix.length()), object.lastModified(), object.size(), object.eTag());
    }

    @Override
    public Uni<Copy> fetch(Arrival arrival) {
        return arrival.bytes() > largest
                ? Uni.createFrom().failure(Failures.tooLarge(arrival.name(), largest))
                : TemporaryFiles.filled(copy -> told(Uni.createFrom()
                        .completionStage(() -> s3.get()
                                .getObject(
                                        get -> get.bucket(bucket)
                                                .key(prefix + arrival.name())
                                                .ifMatch(arrival.version())
                                                .overrideConfiguration(patience -> patience.apiCallTimeout(longest)
                                                        .apiCallAttemptTimeout(longest)),
                                        AsyncResponseTransformer.toFile(
                                                copy.file(),
                                                FileTransformerConfiguration.defaultCreateOrReplaceExisting())))));
    }

    private static <T> Uni<T> told(Uni<T> work) {
        return work.onFailure().transform(S3Inbox::translated);
    }

    private static ConnectedSystemException translated(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> translated(wrapped.getCause());
            case S3Exception e
            when e.statusCode() == FORBIDDEN -> Failures.forbidden("The bucket of the files may not be read", e);
            case S3Exception e
            when e.statusCode() == ANOTHER || e.statusCode() == NOT_FOUND -> Failures.replaced("The file");
            case Throwable e -> Failures.unavailable("S3 did not hand over the files", e);
        };
    }
}

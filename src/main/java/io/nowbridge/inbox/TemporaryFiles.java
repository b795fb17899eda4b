package io.nowbridge.inbox;

import io.nowbridge.inbox.Inbox.Copy;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.nio.file.Files;
import java.util.function.Function;

/** Files that are here for as long as somebody reads them. */
final class TemporaryFiles {

    private TemporaryFiles() {}

    /** Makes an empty one and has it filled; if that comes to nothing, it is gone again. */
    static Uni<Copy> filled(Function<Copy, Uni<?>> fill) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> new Copy(Files.createTempFile("nowbridge-", ".arrival"), true)))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .transform(full -> Failures.unavailable("There is no room for a file", full))
                .flatMap(copy -> Uni.createFrom()
                        .deferred(() -> fill.apply(copy))
                        .<Copy>replaceWith(copy)
                        .onFailure()
                        .call(() -> closed(copy))
                        .onCancellation()
                        .call(() -> closed(copy)));
    }

    private static Uni<Void> closed(Copy copy) {
        return Uni.createFrom().voidItem().invoke(Unchecked.consumer(done -> copy.close()));
    }
}

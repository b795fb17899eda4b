package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.itemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

    private static final Duration LIFE = Duration.ofMinutes(30);

    /** Hands out {@code Bearer 1}, {@code Bearer 2} and so on, or whatever is to come next. */
    private final List<Optional<String>> asked = new ArrayList<>();

    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private Optional<String> refresh = Optional.empty();
    private boolean down;

    private final TokenCache cache = new TokenCache(this::fetch, () -> now);

    @Test
    void aTokenIsFetchedWhenItIsFirstNeeded() {
        assertThat(asked).isEmpty();
        assertThat(itemOf(cache.header())).isEqualTo("Bearer 1");
    }

    @Test
    void aTokenIsKeptWhileItIsGood() {
        itemOf(cache.header());
        now = now.plus(LIFE).minusNanos(1);

        assertThat(itemOf(cache.header())).isEqualTo("Bearer 1");
    }

    @Test
    void aTokenIsReplacedWhenItIsNot() {
        itemOf(cache.header());
        now = now.plus(LIFE);

        assertThat(itemOf(cache.header())).isEqualTo("Bearer 2");
    }

    @Test
    void theRefreshTokenIsHandedBack() {
        refresh = Optional.of("again");
        itemOf(cache.header());
        now = now.plus(LIFE);

        itemOf(cache.header());

        assertThat(asked).containsExactly(Optional.empty(), Optional.of("again"));
    }

    @Test
    void aRefusedTokenIsReplaced() {
        var refused = itemOf(cache.header());

        cache.forget(refused);

        assertThat(itemOf(cache.header())).isEqualTo("Bearer 2");
    }

    @Test
    void aTokenThatReplacedTheRefusedOneIsKept() {
        var refused = itemOf(cache.header());
        cache.forget(refused);
        itemOf(cache.header());

        cache.forget(refused);

        assertThat(itemOf(cache.header())).isEqualTo("Bearer 2");
    }

    @Test
    void aFailureIsNotKept() {
        down = true;
        assertThatIllegalStateException().isThrownBy(() -> itemOf(cache.header()));
        down = false;

        assertThat(itemOf(cache.header())).isEqualTo("Bearer 2");
    }

    @Test
    void whoeverAsksWhileATokenIsFetchedSharesIt() {
        var emitters = new ArrayList<UniEmitter<? super Token>>();
        var slow = new TokenCache(without -> Uni.createFrom().emitter(emitters::add), () -> now);
        var first = slow.header().subscribeAsCompletionStage();
        var second = slow.header().subscribeAsCompletionStage();

        emitters.getFirst().complete(new Token("Bearer 1", now.plus(LIFE), refresh));

        assertThat(first).isCompletedWithValue("Bearer 1");
        assertThat(second).isCompletedWithValue("Bearer 1");
        assertThat(emitters).hasSize(1);
    }

    @Test
    void aFetchThatItsFirstCallerLeftServesTheNext() {
        var emitters = new ArrayList<UniEmitter<? super Token>>();
        var slow = new TokenCache(without -> Uni.createFrom().emitter(emitters::add), () -> now);
        slow.header().subscribeAsCompletionStage().cancel(true);
        var next = slow.header().subscribeAsCompletionStage();

        emitters.getLast().complete(new Token("Bearer 1", now.plus(LIFE), refresh));

        assertThat(next).isCompletedWithValue("Bearer 1");
    }

    private Uni<Token> fetch(Optional<String> refreshToken) {
        asked.add(refreshToken);
        return down
                ? Uni.createFrom().failure(new IllegalStateException("down"))
                : Uni.createFrom().item(new Token("Bearer " + asked.size(), now.plus(LIFE), refresh));
    }
}

package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Prices by the XML service ("XML Price and Availability" specification, 3.35). */
final class XmlPrices implements Prices {

    private static final String PATH = "/SynnexXML/PriceAvailability";

    private final Calls calls;
    private final int most;
    private final int atOnce;

    XmlPrices(Calls calls, int most, int atOnce) {
        this.calls = calls;
        this.most = most;
        this.atOnce = atOnce;
    }

    @Override
    public Uni<List<Price>> of(List<String> skus) {
        var distinct = List.copyOf(new LinkedHashSet<>(skus));
        var calls = IntStream.iterate(0, from -> from < distinct.size(), from -> from + most)
                .mapToObj(from -> some(distinct.subList(from, Math.min(from + most, distinct.size()))))
                .toList();
        return calls.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(calls)
                        .usingConcurrencyOf(atOnce)
                        .andFailFast()
                        .map(answers -> answers.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Price>> some(List<String> skus) {
        return calls.read(
                "Asking for prices",
                PATH,
                account -> PriceRequest.of(account, skus),
                (account, answer) -> matching(Set.copyOf(skus), PriceResponse.read(answer)));
    }

    // A part number may stand for several products, and what we did not ask for is none of our business.
    private static List<Price> matching(Set<String> asked, List<Price> prices) {
        var seen = new HashSet<String>();
        return prices.stream()
                .filter(price -> asked.contains(price.sku()) && seen.add(price.sku()))
                .toList();
    }
}

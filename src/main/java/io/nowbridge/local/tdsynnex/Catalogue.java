package io.nowbridge.local.tdsynnex;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is sold on one day. Nothing of it is held: each product is worked out when it is asked for. */
final class Catalogue {

    /** SKUs from here on, {@link #WITHHELD} of them, exist and may not be bought by this account. */
    static final long FIRST_WITHHELD = 900_000;

    static final int WITHHELD = 1000;

    private final Scenario scenario;
    private final Lives lives;
    private final Numbers numbers;
    private final Products products;
    private final Offers offers;

    Catalogue(Scenario scenario, Assortment assortment) {
        var chance = new Chance(scenario.seed());
        this.scenario = scenario;
        this.lives = new Lives(scenario, chance);
        this.numbers = new Numbers(scenario.seed());
        this.products = new Products(assortment, chance, numbers);
        this.offers = new Offers(scenario, chance, lives, products);
    }

    Scenario scenario() {
        return scenario;
    }

    /** What the day's file lists, in its order. */
    Stream<Listing> listed() {
        return IntStream.range(0, lives.everSold()).filter(this::isListed).mapToObj(this::listing);
    }

    /** A product that is sold, or was. */
    Optional<Listing> sku(String sku) {
        return numbers.ofSku(sku).filter(this::hasCome).map(this::listing);
    }

    /** The products of a part number, which may be sold under two SKUs. */
    List<Listing> partNumber(String partNumber) {
        return numbers.ofPartNumber(partNumber).filter(this::hasCome).stream()
                .flatMap(product -> Stream.of(product, product + 1))
                .filter(this::hasCome)
                .map(this::listing)
                .filter(listing -> listing.partNumber().equals(partNumber))
                .toList();
    }

    /** Whether a SKU exists that this account may not buy. */
    boolean isWithheld(String sku) {
        return Numbers.number(sku)
                .filter(number -> number >= FIRST_WITHHELD && number < FIRST_WITHHELD + WITHHELD)
                .isPresent();
    }

    private boolean hasCome(int product) {
        return product < lives.everSold();
    }

    private boolean isListed(int product) {
        var end = lives.end(product);
        return end == Lives.NEVER || scenario.day() < end + Lives.LISTED_AFTER_END;
    }

    private Listing listing(int product) {
        var described = products.of(product);
        var end = lives.end(product);
        var ended = end <= scenario.day();
        return new Listing(
                numbers.sku(product),
                described.partNumber(),
                described.maker(),
                described.department(),
                described.category(),
                described.name(),
                described.description(),
                ended ? Standing.DISCONTINUED : described.standing(),
                offers.hasChanged(product, end),
                described.secondHand(),
                offers.prices(product),
                offers.stock(product, ended),
                described.upc(),
                described.pounds(),
                described.minimum(),
                created(product),
                ended ? replacement(product, end) : Optional.empty());
    }

    private Optional<String> replacement(int product, int end) {
        return lives.isReplaced(product, end)
                ? Optional.of(numbers.sku(lives.replacement(product, end)))
                : Optional.empty();
    }

    // What is there on the first day has been there for a while.
    private LocalDate created(int product) {
        var beginning = lives.beginning(product);
        return scenario.since().plusDays(beginning == 0 ? -90 : beginning);
    }
}

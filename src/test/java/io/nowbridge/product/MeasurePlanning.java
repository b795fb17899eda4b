package io.nowbridge.product;

import static io.nowbridge.product.RunningProducts.await;

import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures, by hand, how long it takes to plan a run over a large catalogue that has not changed: give it as many products as
 * wanted, and as much memory as the function has.
 */
final class MeasurePlanning {

    private static final int PRODUCTS = 450_000;

    // By category, manufacturer and status: more than a real catalogue has.
    private static final int KINDS = 20_000;

    private MeasurePlanning() {}

    public static void main(String[] arguments) {
        var count = arguments.length == 0 ? PRODUCTS : Integer.parseInt(arguments[0]);
        var template = ProductFixtures.template(ProductFixtures.everything());
        var run = RunFixtures.run("measured");
        for (var round = 1; round <= 3; round++) {
            unchanged(run, template, count);
        }
        first(run, template, count);
    }

    private static void unchanged(Run run, Template template, int count) {
        var known = known(template, count);
        var plan = new Plan(new Diff(run, template), known);
        var counted = new Assorting(Integer.MAX_VALUE);
        var began = System.nanoTime();
        read(plan, counted, count);
        var cut = new Cutter(run, plan.spill());
        report("unchanged", began, plan, counted, cut.hasNext());
    }

    private static void first(Run run, Template template, int count) {
        var plan = new Plan(new Diff(run, template), new Known());
        var counted = new Assorting(Integer.MAX_VALUE);
        var began = System.nanoTime();
        read(plan, counted, count);
        var cut = new Cutter(run, plan.spill());
        var chunks = 0;
        while (cut.hasNext()) {
            cut.next();
            chunks++;
        }
        report("first load in %d chunks".formatted(chunks), began, plan, counted, false);
    }

    // Block by block, as a store gives them: nothing but the compact form is held.
    private static Known known(Template template, int count) {
        var mapping = ProductMapping.of(template);
        var known = new Known();
        var byBlock = IntStream.range(0, count).boxed().collect(Collectors.groupingBy(number -> Block.of(sku(number))));
        byBlock.forEach((number, members) -> {
            var kept = new TreeMap<Sku, Kept>();
            members.forEach(member -> {
                var imprint = mapping.imprint(mapping.of(product(member)));
                kept.put(sku(member), new Kept(sku(member), imprint, DeskIds.DERIVED, true, Instant.EPOCH));
            });
            known.add(new Block(number, 1, kept));
        });
        return known;
    }

    private static void read(Plan plan, Assorting counted, int count) {
        plan.add(new Row.Header(true, Optional.empty()));
        await(Multi.createFrom()
                .range(0, count)
                .<Row>map(number -> new Row.Listed(product(number)))
                .invoke(plan::add)
                .invoke(counted::add)
                .onItem()
                .ignoreAsUni());
        plan.complete();
    }

    private static void report(String what, long began, Plan plan, Assorting counted, boolean anything) {
        var taken = Duration.ofNanos(System.nanoTime() - began);
        System.gc();
        var runtime = Runtime.getRuntime();
        var used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.printf(
                "%s: %d listed, %d unchanged, %d kinds, %s, %d ms, %d MB still held%n",
                what,
                plan.found().listed(),
                plan.found().unchanged(),
                counted.assortment().orElseThrow().products().size(),
                anything ? "work" : "no work left",
                taken.toMillis(),
                used);
    }

    private static Sku sku(int number) {
        return new Sku(Integer.toString(1_000_000 + number));
    }

    private static Product product(int number) {
        return ProductFixtures.of(
                Integer.toString(100_000_000 + number % KINDS),
                "Brand " + number % 1_000,
                Integer.toString(1_000_000 + number));
    }
}

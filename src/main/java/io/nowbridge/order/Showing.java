package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.order.Order.Told;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the desk is to show of an order: through the template that submits it, and through the one that follows it.
 *
 * @param gaps what nobody has mapped
 */
record Showing(List<Page> pages, List<Failure> gaps) {

    private static final int DIGITS = 16;
    private static final String BETWEEN = ".";

    /** What is shown through one template. */
    record Page(Template template, Report report) {

        /** Of what is to be shown and where; by it a change of either is seen. */
        String imprint() {
            var mappings = template.form().mappings();
            var texts = Stream.of(
                            Stream.of(mappings.tables().toString()),
                            columns(mappings, report.order()),
                            report.lines().entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .flatMap(line -> Stream.concat(
                                            Stream.of(line.getKey()), columns(mappings, line.getValue()))),
                            report.notes().stream().map(Report.Note::reference),
                            report.parcels().stream().map(Standing.Parcel::toString))
                    .flatMap(any -> any)
                    .toList();
            return Digest.of(texts).substring(0, DIGITS);
        }

        private static Stream<String> columns(Mappings mappings, SortedMap<String, String> values) {
            return values.entrySet().stream()
                    .flatMap(value -> Stream.of(mappings.column(value.getKey()).orElse(""), value.getValue()));
        }
    }

    static Showing of(Order order, Way way) {
        var followed = way.following()
                .filter(following -> FollowOrder.hasAsked(order))
                .flatMap(following -> order.standing().map(standing -> followed(order, standing, following)));
        var submitted = new Page(way.creating(), OrderReport.of(order, way, followed.isEmpty()));
        return new Showing(
                Stream.concat(Stream.of(submitted), followed.stream()).toList(),
                followed.flatMap(page -> gap(order, page.template())).stream().toList());
    }

    private static Page followed(Order order, Standing standing, Template following) {
        return new Page(following, ShipmentReport.of(order, standing, following));
    }

    private static Optional<Failure> gap(Order order, Template following) {
        return order.standing().flatMap(standing -> DeskStatus.gap(order, standing.status(), following));
    }

    /** Of all pages, and of the gaps. */
    String imprint() {
        var missing = gaps.isEmpty()
                ? Stream.<String>of()
                : Stream.of(
                        Digest.of(gaps.stream().map(Failure::cause).toList()).substring(0, DIGITS));
        return Stream.concat(pages.stream().map(Page::imprint), missing).collect(Collectors.joining(BETWEEN));
    }

    /** The pages that differ from what was told. */
    List<Page> news(Optional<Told> told) {
        var known =
                told.map(its -> List.of(its.imprint().split("\\" + BETWEEN))).orElse(List.of());
        return pages.stream().filter(page -> !known.contains(page.imprint())).toList();
    }
}

package io.nowbridge.local.servicenow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of one table that a page lists, with these columns of theirs. */
record Listing(String table, String title, List<String> columns) {

    private static final Listing INCIDENTS = new Listing(
            "incident",
            "Incidents",
            List.of(
                    "number",
                    "short_description",
                    "state",
                    "priority",
                    "assignment_group",
                    "caller_id",
                    "sys_updated_on"));

    private static final Listing PURCHASE_ORDERS = new Listing(
            "proc_po",
            "Purchase orders",
            List.of(
                    "number",
                    "short_description",
                    "vendor",
                    "u_tds_order_status",
                    "u_tds_cpo_id",
                    "ship_to",
                    "total_cost",
                    "sys_updated_on"));

    private static final Map<String, Listing> BY_PATH = Map.of("/", INCIDENTS, "/proc_po", PURCHASE_ORDERS);

    /** What the page of this path lists. */
    static Optional<Listing> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** Records that belong to another one, since they refer to it by a column. */
    record Related(Listing listing, String by) {

        private static final Listing LINES = new Listing(
                "proc_po_item",
                "Lines",
                List.of(
                        "number",
                        "part_number",
                        "short_description",
                        "ordered_quantity",
                        "cost",
                        "u_tds_line_status",
                        "u_tds_shipped",
                        "u_tds_remaining",
                        "expected_delivery"));
        private static final Listing PARCELS = new Listing(
                "u_tds_shipment", "Parcels", List.of("u_tracking", "u_carrier", "u_shipped_on", "u_contents"));
        private static final Listing SLIPS =
                new Listing("proc_rec_slip", "Receiving slips", List.of("number", "received", "received_by"));

        private static final Map<String, List<Related>> BY_TABLE = Map.of(
                "proc_po",
                List.of(
                        new Related(LINES, "purchase_order"),
                        new Related(PARCELS, "u_purchase_order"),
                        new Related(SLIPS, "purchase_order")));

        /** What belongs to records of a table. */
        static List<Related> to(String table) {
            return BY_TABLE.getOrDefault(table, List.of());
        }
    }
}

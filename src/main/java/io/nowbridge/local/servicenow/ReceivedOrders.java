package io.nowbridge.local.servicenow;

/** Once a receiving slip exists for a purchase order, its fields stay as they are; journals go on (ServiceNow docs, Procurement). */
final class ReceivedOrders implements BusinessRule {

    private final Records records;

    ReceivedOrders(Records records) {
        this.records = records;
    }

    @Override
    public Row apply(Change change) {
        return change.before().filter(this::isReceived).orElse(change.row());
    }

    private boolean isReceived(Row order) {
        return order.table().equals("proc_po")
                && !records.with("proc_rec_slip", "purchase_order", order.sysId())
                        .isEmpty();
    }
}

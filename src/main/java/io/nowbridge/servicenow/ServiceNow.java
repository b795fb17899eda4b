package io.nowbridge.servicenow;

/** One ServiceNow instance, spoken to as one user of it. */
public interface ServiceNow {

    Tasks tasks(TaskTable table);

    Users users();

    Groups groups();

    Choices choices();

    Priorities priorities();

    Records records();

    Counts counts();

    Dictionary dictionary();

    Self self();

    TaskViews taskViews();

    Journals journals();

    Batches batches();

    ImportSets importSets();

    SupplierApi supplierApi();
}

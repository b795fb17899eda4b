package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Remedy;

/** What to do about tables and fields that are not as they are needed. */
final class TableWords {

    private static final String DEBUG =
            " Security debugging, while impersonating the user, names the rule that denies it.";

    static final Remedy READ_RIGHTS = Remedy.ofAdministrator(
            "Give the integration user a role that may read the table, itil for tickets. If it has one, the table's own"
                    + " access controls (ACLs), a query business rule, or the application access of the scoped application"
                    + " that owns the table keeps the records from it." + DEBUG);

    static final Remedy FIELD_RIGHTS = Remedy.ofAdministrator(
            "Let the integration user read and write the field: an access control (ACL) of type record on it asks for a"
                    + " role that it lacks, whatever it may do with the table." + DEBUG);

    static final Remedy FIELD_RIGHTS_OR_NAME = Remedy.ofAdministrator(
            "Check the field's name in the form designer or in the mapping. If it is right, an access control (ACL) on the"
                    + " field keeps it from the integration user." + DEBUG);

    static final Remedy NO_FIELD = Remedy.ofAdministrator(
            "Add the field to the table, or map another: names are the columns' own, not their labels. A column of a"
                    + " scoped application begins with its prefix.");

    static final Remedy READ_ONLY = Remedy.ofAdministrator(
            "Map another field, or take Read only off its dictionary entry; a dictionary override for the table may be"
                    + " what sets it.");

    static final Remedy MANDATORY = Remedy.ofAdministrator(
            "Give the field a default value, fill it by a business rule or among the form's further fields, or exempt the"
                    + " integration user from the data policy.");

    static final Remedy DICTIONARY = Remedy.ofAdministrator(
            "Let the integration user read sys_dictionary and sys_db_object, or repeat the test once the table holds a"
                    + " record.");

    static final Remedy WRITE_RIGHTS = Remedy.ofAdministrator(
            "Let the integration user create and write records of the table: a custom access control (ACL) can deny it even"
                    + " to the role itil. Check the ACLs for create and write on the table and on each field sent, data"
                    + " policies, business rules that abort, and, for a table of a scoped application, whether its"
                    + " application access allows web services to create and update." + DEBUG);

    static final Remedy DROPPED = Remedy.ofAdministrator(
            "Let the integration user write the field: an access control (ACL) on it denies that, or a business rule sets it"
                    + " otherwise. Choices such as a category are stored by their value, letter by letter, and references such as an"
                    + " assignment group by the sys_id: anything else is dropped or left dangling.");

    static final Remedy NOTES = Remedy.ofAdministrator(
            "Let the integration user write work notes on the table, and read them: the role itil may; an access control"
                    + " (ACL) on work_notes can ask for more.");

    static final Remedy PROCUREMENT = Remedy.ofAdministrator(
            "See the checks of these tables. Product models, purchase orders and their lines are read by the roles"
                    + " model_manager and procurement_user; custom tables need roles of their own.");

    private TableWords() {}

    static Remedy noTable(boolean procurement) {
        return Remedy.ofAdministrator(
                procurement
                        ? "Activate the Procurement plugin (com.snc.procurement) and Product Catalog, which bring the table."
                        : "Check the table's name, which is not its label. If it belongs to a plugin or a scoped"
                                + " application, install that, and let its application access allow web services.");
    }
}

package io.nowbridge.connection;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How the tickets of a desk and their anomalies are kept in step, as the desk's connection says in its settings. Nothing
 * but notes flows unless it says so.
 *
 * <table>
 * <caption>The settings</caption>
 * <tr><th>name</th><th>value</th></tr>
 * <tr><td>{@code platformName}</td><td>what notes call the anomaly platform; Qualytics</td></tr>
 * <tr><td>{@code linksLeaveUntouched}</td><td>{@code true} if linking writes nothing into the ticket</td></tr>
 * <tr><td>{@code descriptionTemplate}</td><td>what a new ticket's description is made from</td></tr>
 * <tr><td>{@code default.<field>}</td><td>what a field of the form holds that a request leaves out</td></tr>
 * <tr><td>{@code closedTickets}</td><td>what news does with a closed ticket: {@code update}, {@code reopen}, {@code new}</td></tr>
 * <tr><td>{@code closedStates.<table>}</td><td>the codes that mean closed: {@code 6,7,8}</td></tr>
 * <tr><td>{@code reopenState.<table>}</td><td>the code that a reopened ticket gets</td></tr>
 * <tr><td>{@code stateOnStatus.<table>}</td><td>the code that a ticket gets with its anomaly's status: {@code
 * Acknowledged=2,Resolved=6}</td></tr>
 * <tr><td>{@code closeCode}, {@code closeNotes}</td><td>what goes with a state that closes; the second is a template</td></tr>
 * <tr><td>{@code statusOnState.<table>}</td><td>what the anomaly becomes with its ticket's state: {@code
 * 2=Acknowledged,6=Resolved}</td></tr>
 * <tr><td>{@code notesBack}</td><td>what becomes of the notes that people write: {@code nothing}, {@code comment}</td></tr>
 * </table>
 */
public record TicketSettings(SortedMap<String, String> settings) {

    // As ServiceNow ships them: Resolved, Closed and Canceled, or what a table has instead.
    private static final Map<String, Set<String>> CLOSED = Map.of(
            "incident", Set.of("6", "7", "8"),
            "problem", Set.of("106", "107"),
            "change_request", Set.of("3", "4"),
            "sc_task", Set.of("3", "4", "7"));

    private static final Pattern CODES = Pattern.compile("-?\\w{1,40}(,-?\\w{1,40}){0,49}");
    private static final Pattern PAIRS = Pattern.compile("[\\w-]{1,40}=[\\w-]{1,40}(,[\\w-]{1,40}=[\\w-]{1,40}){0,49}");
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final Pattern FIELD = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.]{0,99}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 4000;

    /** What becomes of news for a ticket that is closed. */
    public enum ClosedTickets {
        UPDATE,
        REOPEN,
        NEW
    }

    /** What becomes of the notes that people write on tickets. */
    public enum NotesBack {
        NOTHING,
        COMMENT
    }

    public static TicketSettings of(Connection desk) {
        return new TicketSettings(desk.settings());
    }

    /** What is wrong with a setting; empty if nothing is, or if it is none of these. */
    public static Optional<String> flaw(String name, String value) {
        return test(name).filter(rule -> !rule.accepts().test(value)).map(Rule::demand);
    }

    /** Whether a setting is a text with placeholders. */
    public static boolean isTemplate(String name) {
        return name.equals("descriptionTemplate") || name.equals("closeNotes");
    }

    /** Whether a setting is one of these. */
    public static boolean knows(String name) {
        return test(name).isPresent();
    }

    public String platformName() {
        return settings.getOrDefault("platformName", "Qualytics");
    }

    public boolean linksLeaveUntouched() {
        return Boolean.parseBoolean(settings.get("linksLeaveUntouched"));
    }

    public Optional<String> descriptionTemplate() {
        return Optional.ofNullable(settings.get("descriptionTemplate"));
    }

    /** By the fields' names in requests: {@code assignmentGroup}, {@code fields.u_dataset}. */
    public Map<String, String> fieldDefaults() {
        var prefix = "default.";
        var defaults = new LinkedHashMap<String, String>();
        settings.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                defaults.put(name.substring(prefix.length()), value);
            }
        });
        return Map.copyOf(defaults);
    }

    public ClosedTickets closedTickets() {
        return one(ClosedTickets.class, "closedTickets").orElse(ClosedTickets.UPDATE);
    }

    public boolean isClosed(String table, String state) {
        return of("closedStates", table)
                .map(codes -> Set.of(codes.split(",", -1)))
                .orElse(CLOSED.getOrDefault(table, Set.of()))
                .contains(state);
    }

    public Optional<String> reopenState(String table) {
        return of("reopenState", table);
    }

    /** The state's code that a ticket gets when its anomaly gets the status with this label. */
    public Optional<String> stateOnStatus(String table, String status) {
        return of("stateOnStatus", table).flatMap(pairs -> paired(pairs, status));
    }

    public Optional<String> closeCode() {
        return Optional.ofNullable(settings.get("closeCode"));
    }

    public Optional<String> closeNotes() {
        return Optional.ofNullable(settings.get("closeNotes"));
    }

    /** The label of the status that an anomaly gets when its ticket gets the state with this code. */
    public Optional<String> statusOnState(String table, String state) {
        return of("statusOnState", table).flatMap(pairs -> paired(pairs, state));
    }

    public NotesBack notesBack() {
        return one(NotesBack.class, "notesBack").orElse(NotesBack.NOTHING);
    }

    private Optional<String> of(String name, String table) {
        return Optional.ofNullable(settings.get(name + "." + table));
    }

    private static Optional<String> paired(String pairs, String key) {
        for (var pair : pairs.split(",", -1)) {
            if (pair.startsWith(key + "=")) {
                return Optional.of(pair.substring(key.length() + 1));
            }
        }
        return Optional.empty();
    }

    private <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
        return Optional.ofNullable(settings.get(name)).map(value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
    }

    private record Rule(Predicate<String> accepts, String demand) {}

    private static Optional<Rule> test(String name) {
        var dot = name.indexOf('.');
        var family = dot < 0 ? name : name.substring(0, dot);
        var member = dot < 0 ? "" : name.substring(dot + 1);
        return switch (family) {
            case "platformName" -> single(member, text(LONGEST_NAME));
            case "linksLeaveUntouched" -> single(member, oneOf("true", "false"));
            case "descriptionTemplate", "closeNotes" -> single(member, text(LONGEST_TEXT));
            case "closeCode" -> single(member, text(LONGEST_NAME));
            case "closedTickets" -> single(member, oneOf("update", "reopen", "new"));
            case "notesBack" -> single(member, oneOf("nothing", "comment"));
            case "default" -> member(member, FIELD, text(LONGEST_TEXT));
            case "closedStates" -> member(member, TABLE, like(CODES, "is a list of codes such as 6,7,8"));
            case "reopenState" -> member(member, TABLE, like(CODES, "is a state's code"));
            case "stateOnStatus" -> member(member, TABLE, like(PAIRS, "is a list such as Acknowledged=2,Resolved=6"));
            case "statusOnState" -> member(member, TABLE, like(PAIRS, "is a list such as 2=Acknowledged,6=Resolved"));
            default -> Optional.empty();
        };
    }

    private static Optional<Rule> single(String member, Rule rule) {
        return member.isEmpty() ? Optional.of(rule) : Optional.empty();
    }

    private static Optional<Rule> member(String member, Pattern shape, Rule rule) {
        return shape.matcher(member).matches() ? Optional.of(rule) : Optional.empty();
    }

    private static Rule text(int longest) {
        return new Rule(
                value -> !value.isBlank() && value.length() <= longest, "has 1 to %d characters".formatted(longest));
    }

    private static Rule like(Pattern shape, String demand) {
        return new Rule(value -> shape.matcher(value).matches(), demand);
    }

    private static Rule oneOf(String... values) {
        return new Rule(Set.of(values)::contains, "is " + String.join(" or ", values));
    }
}

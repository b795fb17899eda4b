package io.nowbridge.local.tdsynnex;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An element that is read field by field, while all that is wrong with it is collected. */
final class Form {

    private static final Pattern QUANTITY = Pattern.compile("\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,4})?");

    private final Element element;
    private final String path;
    private final List<String> wrong;

    private Form(Element element, String path, List<String> wrong) {
        this.element = element;
        this.path = path;
        this.wrong = wrong;
    }

    /** The root of a document of the order services. */
    static Form of(Element root) {
        var form = new Form(root, "", new ArrayList<>());
        if (!root.name().equals("SynnexB2B")) {
            form.wrong("SynnexB2B", "element required");
        }
        return form;
    }

    /** The first child of that name; an empty one in its place if there is none. */
    Form within(String child) {
        return all(child).findFirst().orElseGet(() -> on(new Element(child, Map.of(), "", List.of())));
    }

    Stream<Form> all(String child) {
        return element.all(child).map(this::on);
    }

    /** What a field says that has to be there, up to {@code longest} characters. */
    String text(String field, int longest) {
        var said = optional(field, longest);
        if (said.isEmpty()) {
            wrong(field, "String value required");
        }
        return said;
    }

    /** What a field says, up to {@code longest} characters; empty if it says nothing. */
    String optional(String field, int longest) {
        var said = element.said(field).orElse("");
        if (said.length() > longest) {
            wrong(field, "String value of at most " + longest + " characters required");
        }
        return said;
    }

    /** What the element itself says, up to {@code longest} characters. */
    String said(int longest) {
        if (element.text().length() > longest) {
            wrong("", "String value of at most " + longest + " characters required");
        }
        return element.text();
    }

    String attribute(String name, String otherwise) {
        return element.attributes().getOrDefault(name, otherwise).strip();
    }

    /** An attribute that has to be there. */
    String attribute(String name) {
        var said = attribute(name, "");
        if (said.isEmpty()) {
            wrong("@" + name, "String value required");
        }
        return said;
    }

    /** An attribute that has to be a whole number of up to five digits. */
    int number(String attribute) {
        var said = attribute(attribute, "");
        if (!NUMBER.matcher(said).matches()) {
            wrong("@" + attribute, "Integer value required");
            return 0;
        }
        return Integer.parseInt(said);
    }

    boolean flag(String field) {
        if (element.said(field).isEmpty()) {
            wrong(field, "Y or N required");
        }
        return flag(field, false);
    }

    boolean flag(String field, boolean otherwise) {
        var said = element.said(field).orElse(otherwise ? "Y" : "N");
        if (!said.equals("Y") && !said.equals("N")) {
            wrong(field, "Y or N required");
        }
        return said.equals("Y");
    }

    long quantity(String field) {
        var said = element.said(field).filter(text -> QUANTITY.matcher(text).matches());
        if (said.isEmpty()) {
            wrong(field, "Integer value required");
        }
        return said.map(Long::valueOf).orElse(0L);
    }

    BigDecimal amount(String field) {
        var said = element.said(field).filter(text -> AMOUNT.matcher(text).matches());
        if (said.isEmpty()) {
            wrong(field, "Float value required");
        }
        return said.map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }

    void wrong(String field, String what) {
        var plain = path.isEmpty() || field.isEmpty() || field.startsWith("@");
        wrong.add(path + (plain ? "" : "/") + field + ": " + what);
    }

    /** Refuses the whole document if anything is wrong with it: numbered, in one text. */
    void refuseIfWrong() {
        if (!wrong.isEmpty()) {
            throw XmlRefusal.incomplete(IntStream.range(0, wrong.size())
                    .mapToObj(i -> "(" + (i + 1) + ")" + wrong.get(i))
                    .collect(Collectors.joining(" ")));
        }
    }

    private Form on(Element child) {
        return new Form(child, path.isEmpty() ? child.name() : path + "/" + child.name(), wrong);
    }
}

package io.nowbridge.connector.servicenow.product;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The update set that the guide ships for the staging table. */
public final class ProductUpdateSet {

    private static final Path FILE = Path.of("docs/setup/servicenow-product-import-set.xml");

    /**
     * A record of the update set.
     *
     * @param update the element that carries it
     */
    record Carried(Map<String, String> update, String table, Map<String, String> values) {

        String value(String column) {
            return values.getOrDefault(column, "");
        }
    }

    private final Document document = parse(read());

    Map<String, String> head() {
        return values(
                (Element) document.getElementsByTagName("sys_remote_update_set").item(0));
    }

    /** All that it carries, in its order. */
    List<Carried> records() {
        return elements(document.getElementsByTagName("sys_update_xml"))
                .map(ProductUpdateSet::values)
                .map(ProductUpdateSet::carried)
                .toList();
    }

    List<Carried> records(String table) {
        return records().stream()
                .filter(carried -> carried.table().equals(table))
                .toList();
    }

    /** The columns of the staging table. */
    List<Carried> columns() {
        return records("sys_dictionary").stream()
                .filter(column -> !column.value("element").isEmpty())
                .toList();
    }

    /** What a stand-in is seeded with to be an instance on which it was committed. */
    public Path seed() {
        var columns = new JsonArray();
        columns()
                .forEach(column -> columns.add("%s | %s | string(%s)"
                        .formatted(column.value("element"), column.value("column_label"), column.value("max_length"))));
        var table = records("sys_db_object").getFirst();
        var staging = new JsonObject()
                .put("label", table.value("label"))
                .put("parent", "sys_import_set_row")
                .put("columns", columns);
        var seed = new JsonObject()
                .put("tables", new JsonObject().put(table.value("name"), staging))
                .put(
                        "records",
                        new JsonObject()
                                .put(
                                        "sys_transform_map",
                                        rows("sys_transform_map", "sys_id", "name", "source_table", "target_table"))
                                .put(
                                        "sys_transform_entry",
                                        rows(
                                                "sys_transform_entry",
                                                "map",
                                                "source_field",
                                                "target_field",
                                                "coalesce",
                                                "reference_value_field",
                                                "choice_action")));
        try {
            var file = Files.createTempFile("product-import-set", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, seed.encode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonArray rows(String table, String... columns) {
        var rows = new JsonArray();
        records(table).forEach(record -> {
            var row = new JsonObject();
            Stream.of(columns).forEach(column -> row.put(column, record.value(column)));
            rows.add(row);
        });
        return rows;
    }

    private static Carried carried(Map<String, String> update) {
        var record = elements(parse(update.getOrDefault("payload", ""))
                        .getDocumentElement()
                        .getChildNodes())
                .findFirst()
                .orElseThrow();
        return new Carried(update, record.getTagName(), values(record));
    }

    private static Map<String, String> values(Element element) {
        var values = new HashMap<String, String>();
        elements(element.getChildNodes()).forEach(child -> values.put(child.getTagName(), child.getTextContent()));
        return values;
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}

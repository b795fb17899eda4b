package io.nowbridge.local.servicenow;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Bodies in XML: {@code <request><entry>} with an element for each field in, {@code <response>} with the result out. */
final class Xml {

    private static final XMLInputFactory READERS = XMLInputFactory.newDefaultFactory();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    static {
        READERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        READERS.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private Xml() {}

    /** The fields of the first entry; of several records only the first counts. */
    static Map<String, Object> entry(Buffer body) {
        try {
            var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(body.getBytes()));
            open(reader, "request");
            open(reader, "entry");
            var fields = new LinkedHashMap<String, Object>();
            while (next(reader) == XMLStreamConstants.START_ELEMENT) {
                fields.put(reader.getLocalName(), reader.getElementText());
            }
            return fields;
        } catch (XMLStreamException notXml) {
            throw unreadable();
        }
    }

    static Buffer response(JsonObject json) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = WRITERS.createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            write(writer, "response", json);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException memoryAlwaysTakesIt) {
            throw new IllegalStateException(memoryAlwaysTakesIt);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static void open(XMLStreamReader reader, String element) throws XMLStreamException {
        if (next(reader) != XMLStreamConstants.START_ELEMENT
                || !reader.getLocalName().equals(element)) {
            throw unreadable();
        }
    }

    // The next event that is neither space nor comment; a document type is as unwelcome as anything it could declare.
    private static int next(XMLStreamReader reader) throws XMLStreamException {
        var event = reader.next();
        while (event == XMLStreamConstants.COMMENT
                || event == XMLStreamConstants.SPACE
                || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                || (event == XMLStreamConstants.CHARACTERS && reader.isWhiteSpace())) {
            event = reader.next();
        }
        if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            throw unreadable();
        }
        return event;
    }

    private static void write(XMLStreamWriter writer, String name, Object value) throws XMLStreamException {
        if (value instanceof JsonArray list) {
            for (var item : list) {
                write(writer, name, item);
            }
            return;
        }
        writer.writeStartElement(name);
        if (value instanceof JsonObject object) {
            for (var field : object) {
                write(writer, field.getKey(), field.getValue());
            }
        } else if (value != null) {
            writer.writeCharacters(UNWRITABLE.matcher(value.toString()).replaceAll(""));
        }
        writer.writeEndElement();
    }

    private static Refusal unreadable() {
        return Refusal.of(400, "Exception while reading request", "The payload is not valid XML.");
    }
}

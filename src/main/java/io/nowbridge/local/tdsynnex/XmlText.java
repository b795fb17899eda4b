package io.nowbridge.local.tdsynnex;

import java.io.StringWriter;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document in the making. */
final class XmlText {

    private final XMLStreamWriter writer;

    private XmlText(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** A document of which {@code content} writes what is within its root. */
    static String document(String root, Consumer<XmlText> content) {
        return document(root, Map.of(), content);
    }

    static String document(String root, Map<String, String> attributes, Consumer<XmlText> content) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            var xml = new XmlText(writer);
            xml.element(root, attributes, () -> content.accept(xml));
            writer.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text cannot be written to", e);
        }
        return text.toString();
    }

    void element(String name, Runnable content) {
        element(name, Map.of(), content);
    }

    void element(String name, Map<String, String> attributes, Runnable content) {
        try {
            writer.writeStartElement(name);
            for (var attribute : attributes.entrySet()) {
                writer.writeAttribute(attribute.getKey(), attribute.getValue());
            }
            content.run();
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text cannot be written to", e);
        }
    }

    void leaf(String name, String value) {
        element(name, () -> characters(value));
    }

    void leaf(String name, long value) {
        leaf(name, Long.toString(value));
    }

    private void characters(String value) {
        try {
            writer.writeCharacters(value);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text cannot be written to", e);
        }
    }
}

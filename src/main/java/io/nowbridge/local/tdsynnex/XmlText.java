package io.nowbridge.local.tdsynnex;

import java.io.StringWriter;
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
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            var xml = new XmlText(writer);
            xml.element(root, () -> content.accept(xml));
            writer.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text cannot be written to", e);
        }
        return text.toString();
    }

    void element(String name, Runnable content) {
        try {
            writer.writeStartElement(name);
            content.run();
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text cannot be written to", e);
        }
    }

    void leaf(String name, String value) {
        element(name, () -> characters(value));
    }

    private void characters(String value) {
        try {
            writer.writeCharacters(value);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text cannot be written to", e);
        }
    }
}

package io.nowbridge.tdsynnex;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes documents. */
final class XmlWriting {

    // What no XML document may have, not even escaped, and the writer lets pass.
    private static final Pattern NO_TEXT =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlWriting() {}

    static String of(Element root) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(root, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing is written but to memory", e);
        }
        return text.toString();
    }

    private static void write(Element element, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(element.name());
        for (var attribute : element.attributes().entrySet()) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        xml.writeCharacters(NO_TEXT.matcher(element.text()).replaceAll(" "));
        for (var child : element.children()) {
            write(child, xml);
        }
        xml.writeEndElement();
    }
}

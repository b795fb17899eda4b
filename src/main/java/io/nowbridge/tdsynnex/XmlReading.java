package io.nowbridge.tdsynnex;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads documents that a stranger may have written. */
final class XmlReading {

    // TD SYNNEX nests five deep.
    private static final int DEEPEST = 32;

    private XmlReading() {}

    /** Reads a document; one with a DTD is refused, and so with entities of its own. */
    static Element of(String document) throws XMLStreamException {
        var xml = hardened().createXMLStreamReader(new StringReader(document));
        try {
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                refuseDtd(xml);
            }
            var root = element(xml, 1);
            while (xml.hasNext()) {
                xml.next();
            }
            return root;
        } finally {
            xml.close();
        }
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Element element(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements in elements without end");
        }
        var name = xml.getLocalName();
        var attributes = attributes(xml);
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(xml, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(name, attributes, text.toString().strip(), children);
                }
                default -> refuseDtd(xml);
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        var attributes = new HashMap<String, String>();
        for (var index = 0; index < xml.getAttributeCount(); index++) {
            attributes.put(xml.getAttributeLocalName(index), xml.getAttributeValue(index));
        }
        return attributes;
    }

    // Without support for DTDs the parser passes over them, and over references to what they declare.
    private static void refuseDtd(XMLStreamReader xml) throws XMLStreamException {
        if (xml.getEventType() == XMLStreamConstants.DTD || xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type or an entity of its own");
        }
    }
}

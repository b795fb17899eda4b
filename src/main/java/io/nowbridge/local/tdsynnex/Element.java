package io.nowbridge.local.tdsynnex;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a request, with all that lies within.
 *
 * @param text what it says itself, without what its children say
 */
record Element(String name, Map<String, String> attributes, String text, List<Element> children) {

    // What a request asks for lies three levels deep, the items of a purchase order five.
    private static final int DEEPEST = 12;

    private static final XMLInputFactory FACTORY = hardened();

    /** Reads a document. Refuses one with a document type: nothing but harm can come of entities that a caller declares. */
    static Element read(byte[] document) throws XMLStreamException {
        var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type is not allowed");
            }
        }
        var root = element(reader, 1);
        while (reader.hasNext()) {
            reader.next();
        }
        return root;
    }

    /** What the first child of that name says, if there is one that says anything. */
    Optional<String> said(String child) {
        return all(child).map(Element::text).filter(said -> !said.isEmpty()).findFirst();
    }

    Stream<Element> all(String childName) {
        return children.stream().filter(child -> child.name().equals(childName));
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Element element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements lie more than " + DEEPEST + " levels deep");
        }
        var name = reader.getLocalName();
        var attributes = attributes(reader);
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("the entity " + reader.getLocalName() + " is unknown");
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        return new Element(name, attributes, text.toString().strip(), List.copyOf(children));
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        var attributes = new HashMap<String, String>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return Map.copyOf(attributes);
    }
}

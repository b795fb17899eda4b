package io.nowbridge.tdsynnex;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of an XML document that a stranger may have written: without its attributes, namespaces and comments. */
record Element(String name, String text, List<Element> children) {

    // TD SYNNEX nests five deep.
    private static final int DEEPEST = 32;

    /** Reads a document; one with a DTD is refused, and so with entities of its own. */
    static Element parse(String document) throws XMLStreamException {
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
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(xml, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(name, text.toString().strip(), List.copyOf(children));
                }
                default -> refuseDtd(xml);
            }
        }
    }

    // Without support for DTDs the parser passes over them, and over references to what they declare.
    private static void refuseDtd(XMLStreamReader xml) throws XMLStreamException {
        if (xml.getEventType() == XMLStreamConstants.DTD || xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type or an entity of its own");
        }
    }

    Stream<Element> children(String called) {
        return children.stream().filter(child -> child.name.equals(called));
    }

    /** What the first child of this name says; empty if nothing. */
    Optional<String> text(String called) {
        return children(called).map(Element::text).findFirst().filter(text -> !text.isEmpty());
    }

    /** What all elements of these names say, in any case, wherever they are. */
    List<String> texts(String... called) {
        var own = Stream.of(called).anyMatch(name::equalsIgnoreCase) && !text.isEmpty()
                ? Stream.of(text)
                : Stream.<String>empty();
        return Stream.concat(own, children.stream().flatMap(child -> child.texts(called).stream()))
                .toList();
    }
}

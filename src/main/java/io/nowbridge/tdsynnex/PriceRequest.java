package io.nowbridge.tdsynnex;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The document that asks for prices. */
final class PriceRequest {

    // Newer ones only add fields, of which none is read.
    private static final String VERSION = "2.8";

    private PriceRequest() {}

    static String document(Account account, List<String> skus) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("priceRequest");
            xml.writeAttribute("version", VERSION);
            element(xml, "customerNo", account.customerNumber());
            element(xml, "userName", account.userName());
            element(xml, "password", account.password());
            for (var index = 0; index < skus.size(); index++) {
                xml.writeStartElement("skuList");
                element(xml, "synnexSKU", skus.get(index));
                element(xml, "lineNumber", Integer.toString(index + 1));
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing is written but to memory", e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}

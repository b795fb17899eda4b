package io.nowbridge.local.tdsynnex;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The services that take XML and answer with XML under status 200, whatever comes of it; who asks is said in the body.
 *
 * <p>Source: XML price and availability 3.35.
 */
final class XmlServices {

    private final Feed feed;
    private final Account account;

    XmlServices(Feed feed, Account account) {
        this.feed = feed;
        this.account = account;
    }

    void mount(Router router) {
        router.post("/SynnexXML/PriceAvailability").handler(context -> answer(context, prices(context)));
    }

    private String prices(RoutingContext context) {
        try {
            var request = PriceRequest.read(document(context));
            if (!account.asks(request.customerNumber(), request.userName(), request.password())) {
                throw XmlRefusal.strangers();
            }
            feed.mostSkus().stream()
                    .filter(most -> request.lines().size() > most)
                    .findAny()
                    .ifPresent(most -> {
                        throw XmlRefusal.tooMany(most);
                    });
            return PriceResponse.of(request, feed.catalogue());
        } catch (XmlRefusal refusal) {
            return PriceResponse.of(refusal);
        }
    }

    static Element document(RoutingContext context) {
        var body = Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer);
        try {
            return Element.read(body.getBytes());
        } catch (XMLStreamException e) {
            throw XmlRefusal.incomplete("The XML cannot be read: " + e.getMessage());
        }
    }

    static void answer(RoutingContext context, String xml) {
        context.response().putHeader("Content-Type", "text/xml;charset=UTF-8").end(xml);
    }
}

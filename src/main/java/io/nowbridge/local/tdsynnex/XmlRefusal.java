package io.nowbridge.local.tdsynnex;

/** A request to an XML service that is not carried out. It is said in the body: the status stays 200. */
final class XmlRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String detail;

    private XmlRefusal(String message, String detail) {
        super(message, null, false, false);
        this.detail = detail;
    }

    /** Worded as the specification of purchase orders words it (3.37, appendix D); that of prices lists no errors. */
    static XmlRefusal incomplete(String detail) {
        return new XmlRefusal("Client.IncompleteXML", detail);
    }

    /** Worded as the SOAP service for prices words it. */
    static XmlRefusal strangers() {
        return new XmlRefusal("user login failed", "The customer number, the user name or the password is wrong.");
    }

    /** Worded by us: no limit is documented. */
    static XmlRefusal tooMany(int most) {
        return new XmlRefusal("Client.InvalidRequest", "At most " + most + " products can be asked for at once.");
    }

    /** Worded as a sample of the purchase order service words it. */
    static XmlRefusal unregistered(String address) {
        return new XmlRefusal(
                "IP Address Invalid",
                "IP address:" + address + " not defined. Orders are taken from registered addresses only.");
    }

    static XmlRefusal of(String message, String detail) {
        return new XmlRefusal(message, detail);
    }

    String message() {
        return String.valueOf(getMessage());
    }

    String detail() {
        return detail;
    }
}

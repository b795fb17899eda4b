package io.nowbridge.egress;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The addresses that begin with the same bits.
 *
 * @param width how many bits an address has: 32 or 128
 * @param prefix the number that the first bits make
 * @param length how many bits that is
 */
record Block(int width, BigInteger prefix, int length) {

    /** Reads the usual notation, such as {@code 10.0.0.0/8}. */
    static Block of(String cidr) {
        var parts = cidr.split("/", 2);
        var first = literal(parts[0]).getAddress();
        var length = Integer.parseInt(parts[1]);
        return new Block(first.length * Byte.SIZE, prefix(first, length), length);
    }

    boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length * Byte.SIZE == width && prefix(bytes, length).equals(prefix);
    }

    private static BigInteger prefix(byte[] address, int length) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - length);
    }

    // An address in writing is parsed and never looked up.
    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " is no address", e);
        }
    }
}

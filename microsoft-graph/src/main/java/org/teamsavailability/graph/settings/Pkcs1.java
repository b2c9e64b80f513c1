package org.teamsavailability.graph.settings;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Wraps a PKCS#1 RSA key as PKCS#8, the one form that Java reads: a sequence of the version 0, the
 * algorithm rsaEncryption and the key as an octet string. Source: RFC 5208, section 5.
 */
final class Pkcs1 {

    private static final byte[] VERSION_AND_ALGORITHM =
            HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;

    private Pkcs1() {}

    static byte[] toPkcs8(byte[] pkcs1) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_AND_ALGORITHM);
        content.writeBytes(element(OCTET_STRING, pkcs1));
        return element(SEQUENCE, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        var element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < 0x80) {
            element.write(content.length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            element.write(0x80 | bytes);
            for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
                element.write(content.length >>> shift);
            }
        }
        element.writeBytes(content);
        return element.toByteArray();
    }
}

package io.confluent.kafka.schemaregistry.client.rest.exceptions;

/** A stand-in for Confluent's class, which is not on Maven Central: same name, same methods. */
public final class RestClientException extends Exception {

    private static final long serialVersionUID = 1;

    private final int errorCode;

    public RestClientException(String message, int errorCode) {
        super(message);
        this.errorCode = errorCode;
    }

    public int getErrorCode() {
        return errorCode;
    }
}

package io.confluent.kafka.schemaregistry.client.rest.exceptions;

/** A stand-in for Confluent's class, which is not on Maven Central: same name, same methods. */
public final class RestClientException extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final int errorCode;

    public RestClientException(String message, int status, int errorCode) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
    }

    public int getStatus() {
        return status;
    }

    public int getErrorCode() {
        return errorCode;
    }
}

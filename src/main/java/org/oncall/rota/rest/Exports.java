package org.oncall.rota.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers that are files, for those who come again to see whether they changed. */
final class Exports {
    private Exports() {}

    /** The bytes, or 304 where the caller has them. */
    static Response response(byte[] bytes, String mediaType, Request request) {
        EntityTag tag = tag(bytes);
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return same != null
                ? same.tag(tag).build()
                : Response.ok(bytes, mediaType).tag(tag).build();
    }

    /** Depends on the bytes alone: 128 bits of their SHA-256. */
    static EntityTag tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

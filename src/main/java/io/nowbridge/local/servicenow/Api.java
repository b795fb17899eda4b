package io.nowbridge.local.servicenow;

/** One of the instance's REST APIs. */
interface Api {

    /** Carries the request out, or throws the {@link Refusal} to answer with. */
    Answer answer(Request request);
}

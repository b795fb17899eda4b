package io.nowbridge.lambda;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request that says which team may do what, as it comes over the wire. */
@RegisterForReflection
record AccessBody(@Nullable Map<String, @Nullable String> teams) {}

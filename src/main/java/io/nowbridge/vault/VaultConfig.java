package io.nowbridge.vault;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the master key is; exactly one of the two must be set. */
@ConfigMapping(prefix = "nowbridge.vault")
interface VaultConfig {

    /** A symmetric encryption key of KMS: its id or ARN, or the name or ARN of an alias. */
    Optional<String> kmsKey();

    /** A file of master keys, for a machine of one's own; made at the first use, readable by its owner only. */
    Optional<Path> keyFile();
}

/** Where the files that distributors leave for us arrive: S3, a folder, or a web server. */
@NullMarked
package io.nowbridge.inbox;

import org.jspecify.annotations.NullMarked;

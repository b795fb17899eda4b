/** Where exported files lie: S3, or a folder on a machine of one's own. */
@NullMarked
package io.nowbridge.files;

import org.jspecify.annotations.NullMarked;

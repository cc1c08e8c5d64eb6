package org.equipoise.journal.archive;

import java.util.Optional;
import org.equipoise.language.identity.Digest;

/// Who knows what a tree was at some sizes, and is asked while an archive is read.
public interface Watch {
    /// Who knows nothing.
    Watch NONE = new Watch() {
        @Override
        public long next() {
            return 0;
        }

        @Override
        public Optional<Reading.Rejected> compare(Digest root) {
            return Optional.empty();
        }

        @Override
        public Optional<Reading.Rejected> end(String study, long size) {
            return Optional.empty();
        }
    };

    /// The next size at which the root must be a certain one; 0 where there is none.
    long next();

    /// What is wrong if this is the root at that size.
    Optional<Reading.Rejected> compare(Digest root);

    /// What is wrong if the archive, sound so far, is of this study and ends here.
    Optional<Reading.Rejected> end(String study, long size);
}

package io.nowbridge.template;

import java.util.List;

/** What became of a change to a template. */
public sealed interface TemplateOutcome {

    /**
     * It is as it was asked to be.
     *
     * @param obstacles what is already known to keep it from being enabled
     */
    record Saved(Template template, List<Obstacle> obstacles) implements TemplateOutcome {

        public Saved {
            obstacles = List.copyOf(obstacles);
        }
    }

    record Removed() implements TemplateOutcome {}

    record NoSuchTemplate() implements TemplateOutcome {}

    /** Somebody else changed it since it was read. */
    record ChangedMeanwhile() implements TemplateOutcome {}

    /** The connections or the desk's schema do not go with it. */
    record Unfit(List<Misfit> misfits) implements TemplateOutcome {

        public Unfit {
            misfits = List.copyOf(misfits);
        }
    }

    /** It cannot be enabled, or stay so. */
    record NotReady(List<Obstacle> obstacles) implements TemplateOutcome {

        public NotReady {
            obstacles = List.copyOf(obstacles);
        }
    }

    /** Another of its kind is enabled between the same two systems. */
    record OtherEnabled(TemplateId other) implements TemplateOutcome {}

    /** Only a disabled template can be removed. */
    record StillEnabled() implements TemplateOutcome {}
}

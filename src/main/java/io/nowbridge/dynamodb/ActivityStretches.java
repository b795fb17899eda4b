package io.nowbridge.dynamodb;

import io.nowbridge.activity.Place;
import java.util.List;

/** The log as a filter leads through it, the latest entries first. */
interface ActivityStretches {

    /** The next {@code most} stretches behind a place; none where all has been seen. */
    List<Stretch> behind(Place place, int most);
}
